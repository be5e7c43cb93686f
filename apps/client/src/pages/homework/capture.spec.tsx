import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ApiError } from '../../shared/http/api-error';
import { keptDrafts, watchLogOut } from '../../features/homework/photos-on-device';
import { letGo } from '../../features/homework/uploads';
import { outbox } from '../../shared/outbox/outbox';
import { keptPhotos } from '../../shared/platform/kept-photos';
import { session } from '../../shared/session/session';
import { draftKeeper, photoDraft } from '../../features/homework/use-photo-draft';
import { addPhotos, beginAnew, handIn, photo, press, upload } from '../../testing/capture-page';
import { answer, ok, refused, seenOf } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import CapturePage from './capture';

const removeSecond = () => {
  press(/^第 2 张照片/);
  press('去掉第 2 张');
  press('去掉这一张');
};
const sentPhotos = () => seenOf('POST /files/upload').map(({ headers }) => headers['Idempotency-Key']);

beforeEach(() => beginAnew('a', 'b', 'c', 'gone', 'x', 'unkept'));

it('uploads the photos and hands them in, in their order', async () => {
  await renderPage(<CapturePage />);
  await addPhotos('a', 'b', 'c');
  handIn();
  await waitFor(() => expect(moves).toEqual([{ how: 'replace', url: '/pages/homework/progress?id=h1' }]));
  expect(seenOf('POST /homework')[0]?.body).toEqual({
    subject: 'math',
    fileIds: ['file-of-a', 'file-of-b', 'file-of-c'],
  });
  expect(seenOf('POST /files/upload').map(({ body, headers }) => [body, headers['Idempotency-Key']])).toEqual(
    [
      [{ purpose: 'homework', photo: 'a' }, 'a'],
      [{ purpose: 'homework', photo: 'b' }, 'b'],
      [{ purpose: 'homework', photo: 'c' }, 'c'],
    ],
  );
});

it('goes on where an upload was cut off: what is stored is not sent again', async () => {
  answer('POST /files/upload', upload, new ApiError('NETWORK', 'cut'), upload);
  await renderPage(<CapturePage />);
  await addPhotos('a', 'b', 'c');
  handIn();
  expect(await screen.findByText('照片都存好了，连上网会自动交，可以先离开')).toBeTruthy();
  expect(seenOf('POST /homework')).toHaveLength(0);
  handIn();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
  expect(sentPhotos().filter((key) => key === 'a')).toHaveLength(1);
  expect(sentPhotos().filter((key) => key === 'b')).toHaveLength(2);
});

describe('a photo whose answer was lost', () => {
  const lost = new ApiError('NETWORK', 'the answer was lost');
  const there = ok({ id: 'file-of-a' });
  const handInOnce = async (id = 'a') => {
    const page = await renderPage(<CapturePage />);
    await addPhotos(id);
    handIn();
    await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
    expect(seenOf(`GET /files/uploads/${id}`)).toHaveLength(0); // nothing to ask before the first try
    return page;
  };
  beforeEach(() => {
    answer('POST /files/upload', lost);
    answer('GET /files/uploads/a', there);
  });
  const expectHandedInWithoutItsBytes = async (id = 'a') => {
    await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
    expect(seenOf('POST /homework')[0]?.body).toEqual({ subject: 'math', fileIds: ['file-of-a'] });
    expect(sentPhotos()).toEqual([id]);
  };

  it('is asked for, and not sent again when it arrived', async () => {
    await handInOnce();
    handIn();
    await expectHandedInWithoutItsBytes();
  });

  it('is asked for also by the next life of the app, which knows only what is on the device', async () => {
    const { unmount } = await handInOnce('first');
    unmount();
    // Under another id, because this app's memory knows the first.
    const device = Object.fromEntries(
      Object.entries({ ...localStorage }).map(([name, text]) => [
        name,
        text.replace('"id":"first"', '"id":"d"'),
      ]),
    );
    letGo([{ id: 'first' }]);
    await keptPhotos.remove('first');
    await keptPhotos.keep(photo('d'));
    answer('GET /files/uploads/d', ok({ id: 'file-of-a' }));
    await renderPage(<CapturePage />, { device });
    await act(() => outbox.flush());
    await expectHandedInWithoutItsBytes('first');
  });

  it('waits when that cannot be asked either', async () => {
    answer('GET /files/uploads/a', lost, there);
    await handInOnce();
    handIn();
    await waitFor(() => expect(seenOf('GET /files/uploads/a')).toHaveLength(1));
    expect(await screen.findByText('照片都存好了，连上网会自动交，可以先离开')).toBeTruthy();
    expect(sentPhotos()).toEqual(['a']);
    handIn();
    await expectHandedInWithoutItsBytes();
  });
});

it('hands in with the same key when the answer was lost', async () => {
  answer('POST /homework', new ApiError('TIMEOUT', 'lost'), ok({ id: 'h1', status: 'queued' }, 202));
  await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  expect(await screen.findByText('照片都存好了，连上网会自动交，可以先离开')).toBeTruthy();
  handIn();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(2));
  const [first, second] = seenOf('POST /homework').map(({ headers }) => headers['Idempotency-Key']);
  expect(first).toBeTruthy();
  expect(second).toBe(first);
});

it('is another homework, under another key, when the photos were changed in between', async () => {
  answer('POST /homework', new ApiError('TIMEOUT', 'lost'), ok({ id: 'h1', status: 'queued' }, 202));
  await renderPage(<CapturePage />);
  await addPhotos('a', 'b');
  handIn();
  await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
  answer('DELETE /homework/h1', ok(undefined, 204));
  removeSecond();
  handIn();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(3));
  const [first, takenBack, other] = seenOf('POST /homework').map(({ headers }) => headers['Idempotency-Key']);
  expect(takenBack).toBe(first);
  expect(other).not.toBe(first);
});

it('is taken back at the server, which may have it, before it is handed in with another subject', async () => {
  const order: string[] = [];
  const say = (what: string, reply: ReturnType<typeof ok> | Error) => () => {
    order.push(what);
    return reply;
  };
  answer(
    'POST /homework',
    say('first, and the answer is lost', new ApiError('TIMEOUT', 'lost')),
    say('first again, and no network', new ApiError('NETWORK', 'gone')),
    say('first again', ok({ id: 'h1', status: 'queued' }, 202)),
    say('second', ok({ id: 'h2', status: 'queued' }, 202)),
  );
  answer('DELETE /homework/h1', say('first deleted', ok(undefined, 204)));
  await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
  act(() => photoDraft.choose('chinese'));
  handIn();
  await waitFor(() =>
    expect(outbox.state().waiting.map(({ kind }) => kind)).toEqual(['withdrawal', 'submission']),
  );
  await act(() => outbox.flush());
  await waitFor(() => expect(moves).toEqual([{ how: 'replace', url: '/pages/homework/progress?id=h2' }]));
  expect(order.slice(2)).toEqual(['first again', 'first deleted', 'second']);
  const [first, , again, second] = seenOf('POST /homework');
  expect(again).toMatchObject({ body: first!.body, headers: first!.headers });
  expect(second!.body).toEqual({ subject: 'chinese', fileIds: ['file-of-a'] });
  expect(second!.headers['Idempotency-Key']).not.toBe(first!.headers['Idempotency-Key']);
  expect(outbox.state().waiting).toEqual([]);
});

it('says which photo the server will not take', async () => {
  answer('POST /files/upload', (sent) =>
    (sent.body as { photo: string }).photo === 'dark' ? refused(422, 'PICTURE_UNREADABLE') : upload(sent),
  );
  await renderPage(<CapturePage />);
  await addPhotos('light', 'dark');
  handIn();
  expect(await screen.findByText('照片打不开，请重新拍一张')).toBeTruthy();
  expect(screen.getByAltText('第 2 张照片')).toBeTruthy(); // it is on the stage without being looked for
  expect(screen.getByText('换一张')).toBeTruthy();
  press('去掉第 2 张');
  press('去掉这一张');
  handIn();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
  expect(seenOf('POST /homework')[0]?.body).toEqual({ subject: 'math', fileIds: ['file-of-light'] });
});

it('goes on by itself when the page is left, and does not lead away from where the person is then', async () => {
  let arrive = () => {};
  answer('POST /files/upload', async (sent) => {
    await new Promise<void>((resolve) => (arrive = resolve));
    return upload(sent);
  });
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  await waitFor(() => expect(seenOf('POST /files/upload')).toHaveLength(1));
  unmount();
  arrive();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
  expect(moves).toEqual([]);
});

it('still has the photos when the page is left while they are being kept', async () => {
  answer('POST /files/upload', new ApiError('NETWORK', 'cut'));
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('slow', 'quick');
  await act(() => draftKeeper.settled());
  const { keep } = keptPhotos;
  let copy = () => {};
  const copying = jest.spyOn(keptPhotos, 'keep').mockImplementation(async (one) => {
    if (one.id === 'slow') await new Promise<void>((resolve) => (copy = resolve));
    return keep(one);
  });
  handIn();
  await waitFor(() => expect(copying).toHaveBeenCalledTimes(2));
  unmount();
  await act(async () => new Promise((resolve) => setTimeout(resolve)));
  expect(keptDrafts.read('s')?.pages).toHaveLength(2); // should the app be killed now
  copy();
  await waitFor(() => expect(outbox.state().waiting).toHaveLength(1));
  await act(() => draftKeeper.settled());
  copying.mockRestore();
  expect(photoDraft.photos()).toEqual([]);
  expect(await keptPhotos.ids()).toEqual(expect.arrayContaining(['slow', 'quick']));
  outbox.drop(outbox.state().waiting[0]!.id);
  await waitFor(async () => expect(await keptPhotos.ids()).not.toContain('quick'));
});

it('survives a killed app: only the missing photos are sent, from where the device keeps them', async () => {
  const lost = new ApiError('NETWORK', 'cut');
  answer('POST /files/upload', upload, lost);
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('a', 'b', 'c');
  handIn();
  await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
  unmount();
  const device = { ...localStorage };
  answer('POST /files/upload', upload);
  await renderPage(<CapturePage />, { device });
  await act(() => outbox.flush());
  expect(seenOf('POST /homework').map(({ body }) => body)).toEqual([
    { subject: 'math', fileIds: ['file-of-a', 'file-of-b', 'file-of-c'] },
  ]);
  expect(sentPhotos().filter((key) => key === 'a')).toHaveLength(1);
  expect(await keptPhotos.ids()).toEqual([]);
  expect(outbox.state().waiting).toEqual([]);
});

it('takes a homework back that is on its way: it is a draft again, and can be handed in or thrown away', async () => {
  answer('POST /files/upload', () => new Promise(() => undefined));
  await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  await waitFor(() => expect(seenOf('POST /files/upload')).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: '先停下' }));
  await screen.findByRole('button', { name: /交上去批改|再试一次/ });
  expect(outbox.state().waiting).toEqual([]);
  expect(await keptPhotos.ids()).toEqual(['a']);
  press('去掉第 1 张');
  press('去掉这一张');
  await act(() => draftKeeper.settled());
  expect(await keptPhotos.ids()).toEqual([]);
});

it('says so when the device has lost a photo that waited', async () => {
  answer('POST /files/upload', new ApiError('NETWORK', 'cut'));
  await renderPage(<CapturePage />);
  await addPhotos('gone');
  handIn();
  await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
  letGo([{ id: 'gone' }]);
  await keptPhotos.remove('gone');
  await act(() => outbox.flush());
  expect(outbox.state().refused).toMatchObject([{ refused: { code: 'PHOTO_LOST' } }]);
});

it('takes back what waits when its photos change, so that the old ones are not handed in all the same', async () => {
  answer('POST /files/upload', new ApiError('NETWORK', 'cut'));
  await renderPage(<CapturePage />);
  await addPhotos('x', 'y');
  handIn();
  await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
  expect(outbox.state().waiting).toHaveLength(1);
  removeSecond();
  await waitFor(() => expect(outbox.state().waiting).toEqual([]));
});

it('does not promise to hand in what the server has refused', async () => {
  answer('POST /homework', refused(403, 'CONSENT_REQUIRED'));
  await renderPage(<CapturePage />);
  await addPhotos('z');
  handIn();
  expect(await screen.findByText('需要家长先同意，才能继续')).toBeTruthy();
  expect(screen.queryByText(/连上网会自动交/)).toBeNull();
});

describe('a homework that was refused', () => {
  const handInAndLeave = async (...ids: string[]) => {
    const { unmount } = await renderPage(<CapturePage />);
    await addPhotos(...ids);
    handIn();
    await waitFor(() => expect(outbox.state().refused).toHaveLength(1));
    await act(() => draftKeeper.settled());
    unmount();
  };

  it('is a draft again after the app was killed: one bad photo does not cost the others', async () => {
    answer('POST /files/upload', (sent) =>
      (sent.body as { photo: string }).photo === 'bad' ? refused(422, 'PICTURE_UNREADABLE') : upload(sent),
    );
    await handInAndLeave('good', 'bad');
    draftKeeper.belongTo(null);
    await renderPage(<CapturePage />, { device: { ...localStorage } });
    act(() => draftKeeper.belongTo('s'));
    await act(() => draftKeeper.settled());
    expect(photoDraft.photos().map(({ photo: { id } }) => id)).toEqual(['good', 'bad']);
  });

  it('is replaced when its photos are handed in anew, so that it is not there twice', async () => {
    answer('POST /homework', refused(403, 'CONSENT_REQUIRED'), ok({ id: 'h1', status: 'queued' }, 202));
    await handInAndLeave('p', 'q');
    await renderPage(<CapturePage />, { device: { ...localStorage } });
    handIn();
    await waitFor(() => expect(moves).toHaveLength(1));
    expect(outbox.state()).toMatchObject({ waiting: [], refused: [] });
  });
});

it('keeps the photos when the page is left by mistake, and forgets them once they are handed in', async () => {
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('a', 'b');
  unmount();
  const second = await renderPage(<CapturePage />);
  expect(screen.getByText('上次没交的照片还在这里')).toBeTruthy();
  expect(screen.getByRole('button', { name: '第 2 张照片' })).toBeTruthy();
  handIn();
  await waitFor(() => expect(moves).toHaveLength(1));
  second.unmount();
  await renderPage(<CapturePage />);
  expect(screen.getByText('把作业放平，拍全一页')).toBeTruthy();
});

it('leaves a homework to the outbox, not also on the page to be handed in again', async () => {
  answer('POST /files/upload', new ApiError('NETWORK', 'cut'));
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
  unmount();
  expect(photoDraft.photos()).toEqual([]);
});

it('does not promise what the device has no room for, and leaves the photos on the page until they are up', async () => {
  answer('POST /files/upload', new ApiError('NETWORK', 'cut'), upload);
  const keeping = jest.spyOn(keptPhotos, 'keep').mockResolvedValue(false);
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('unkept');
  handIn();
  expect(await screen.findByText('这里存不下照片了，先开着这一页，连上网会自动交')).toBeTruthy();
  expect(screen.queryByText(/照片都存好了/)).toBeNull();
  unmount();
  expect(photoDraft.photos()).toHaveLength(1);
  await act(() => outbox.flush());
  keeping.mockRestore();
  expect(seenOf('POST /homework')[0]?.body).toMatchObject({ fileIds: ['file-of-unkept'] });
  expect(photoDraft.photos()).toEqual([]);
});

it('keeps the photos of a homework that was taken back', async () => {
  answer('POST /files/upload', () => new Promise(() => undefined));
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  await waitFor(() => expect(seenOf('POST /files/upload')).toHaveLength(1));
  press('先停下');
  await screen.findByRole('button', { name: /交上去批改|再试一次/ });
  unmount();
  expect(photoDraft.photos()).toHaveLength(1);
});

it('forgets the photos when the account logs out', async () => {
  watchLogOut();
  answer('POST /auth/logout', ok(undefined, 204));
  await renderPage(<CapturePage />);
  await addPhotos('a');
  await act(() => draftKeeper.settled());
  expect(keptDrafts.read('s')?.pages).toHaveLength(1);
  await act(() => session.end());
  expect(photoDraft.photos()).toEqual([]);
  expect(keptDrafts.read('s')).toBeNull();
  await waitFor(async () => expect(await keptPhotos.ids()).not.toContain('a'));
});
