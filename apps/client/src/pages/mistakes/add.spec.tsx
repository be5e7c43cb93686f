import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ApiError } from '../../shared/http/api-error';
import { queryClient } from '../../shared/http/query-client';
import { openPhoto } from '../../shared/platform/open-photo';
import { pictures } from '../../shared/platform/pictures';
import { PhotosRefused } from '../../shared/platform/pictures.types';
import { session } from '../../shared/session/session';
import { forgetTypedAtLogOut } from '../../shared/session/use-typed';
import { answer, forget, ok, refused, seenOf } from '../../testing/fake-server';
import { renderPage, STUDENT } from '../../testing/render';
import { moves } from '../../testing/taro';
import { mistake } from '../../testing/views';
import AddMistakePage from './add';

const choose = jest.spyOn(pictures, 'choose');
jest.mock('../../shared/platform/open-photo', () => ({ openPhoto: jest.fn(async () => null) }));
const open = jest.mocked(openPhoto);
const photo = (id: string) => ({ id, url: `blob:${id}`, file: new File(['x'], id) });
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: '放进错题本' }));

beforeEach(() => {
  forget();
  answer('POST /files/upload', ok({ id: 'f1' }, 201));
  answer('POST /mistakes', ok(mistake({ id: 'm9' }), 201));
});

it('needs a photo or a question', async () => {
  await renderPage(<AddMistakePage />);
  save();
  const said = screen.getByRole('alert');
  expect(said.textContent).toBe('拍一张照片，或者写下题目');
  const field = screen.getByLabelText('题目（可以打字）', { selector: 'textarea' });
  expect(field.getAttribute('aria-describedby')).toBe(said.id);
  expect(seenOf('POST /mistakes')).toHaveLength(0);
});

it('says nothing any more of what has been mended', async () => {
  await renderPage(<AddMistakePage />);
  save();
  await screen.findByText('拍一张照片，或者写下题目');
  fill('题目（可以打字）', '3+4=');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says nothing any more of a photo that the server refused and that is gone', async () => {
  answer('POST /files/upload', refused(422, 'PICTURE_UNREADABLE'));
  choose.mockResolvedValueOnce([photo('broken')]);
  await renderPage(<AddMistakePage />);
  fireEvent.click(screen.getByRole('button', { name: '拍一张' }));
  await screen.findByAltText('题目的照片');
  save();
  await screen.findByText('照片打不开，请重新拍一张');
  fireEvent.click(screen.getByRole('button', { name: '去掉照片' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('explains a refused camera and carries the wish out once it is mended', async () => {
  choose.mockRejectedValueOnce(new PhotosRefused('denied'));
  await renderPage(<AddMistakePage />);
  fireEvent.click(screen.getByRole('button', { name: '拍一张' }));
  await screen.findByText('相机还没有打开');
  choose.mockResolvedValueOnce([photo('p1')]);
  fireEvent.click(screen.getByRole('button', { name: '我打开了，再试一次' }));
  expect(await screen.findByAltText('题目的照片')).toBeTruthy();
  expect(screen.queryByText('相机还没有打开')).toBeNull();
});

it('sends no more of a photo than is read, also when it is saved before that is drawn', async () => {
  let draw = () => {};
  open.mockResolvedValueOnce({
    ...{ width: 4000, height: 3000, close: () => undefined },
    grey: () => ({ width: 1, height: 1, data: new Uint8Array(1) }),
    draw: () => new Promise((resolve) => (draw = () => resolve(photo('small')))),
  });
  choose.mockResolvedValueOnce([photo('large')]);
  await renderPage(<AddMistakePage />);
  fireEvent.click(screen.getByRole('button', { name: '相册' }));
  await screen.findByAltText('题目的照片');
  save();
  await waitFor(() => expect(open).toHaveBeenCalled());
  expect(seenOf('POST /files/upload')).toEqual([]);
  draw();
  await waitFor(() => expect(moves).toHaveLength(1));
  expect(seenOf('POST /files/upload').map(({ headers }) => headers['Idempotency-Key'])).toEqual(['small']);
});

describe('a photo whose drawing never ends', () => {
  const asked = jest.fn<Promise<never>, [unknown, unknown, AbortSignal]>(() => new Promise(() => undefined));
  const addPhoto = async (id: string) => {
    open.mockResolvedValueOnce({
      ...{ width: 4000, height: 3000, close: () => undefined, draw: asked },
      grey: () => ({ width: 1, height: 1, data: new Uint8Array(1) }),
    });
    choose.mockResolvedValueOnce([photo(id)]);
    fireEvent.click(screen.getByRole('button', { name: '相册' }));
    await act(() => jest.advanceTimersByTimeAsync(0));
  };
  beforeEach(async () => {
    asked.mockClear();
    await renderPage(<AddMistakePage />);
    jest.useFakeTimers();
  });
  afterEach(async () => {
    await act(() => jest.advanceTimersByTimeAsync(12_000));
    jest.useRealTimers();
  });

  it('goes up as it is', async () => {
    await addPhoto('large');
    save();
    await act(() => jest.advanceTimersByTimeAsync(12_000));
    expect(seenOf('POST /files/upload').map(({ headers }) => headers['Idempotency-Key'])).toEqual(['large']);
    expect(seenOf('POST /mistakes')).toHaveLength(1);
  });

  it('makes room for the one that is chosen instead', async () => {
    await addPhoto('first');
    fireEvent.click(screen.getByRole('button', { name: '去掉照片' }));
    await addPhoto('second');
    expect(asked.mock.calls.map(([, , signal]) => signal?.aborted)).toEqual([true, false]);
  });
});

it('saves what was typed and leads to it', async () => {
  await renderPage(<AddMistakePage />);
  fill('题目（可以打字）', ' 3/4 + 1/8 = ');
  fill('当时写的答案（可以不填）', '4/12');
  fill('练的是什么（可以不填）', '异分母加法、通分');
  fireEvent.click(screen.getByRole('button', { name: '还没弄懂' }));
  save();
  await waitFor(() => expect(moves).toContainEqual({ how: 'replace', url: '/pages/mistakes/detail?id=m9' }));
  expect(seenOf('POST /mistakes')[0]?.body).toEqual({
    subject: 'math',
    question: '3/4 + 1/8 =',
    studentAnswer: '4/12',
    cause: 'concept',
    knowledgePoints: ['异分母加法', '通分'],
  });
});

it('saves a photo alone, under the same keys when it has to be sent again', async () => {
  choose.mockResolvedValueOnce([{ id: 'p1', url: 'blob:p1', file: new File(['x'], 'p1') }]);
  const lost = new ApiError('TIMEOUT', 'lost');
  answer('POST /mistakes', lost, lost, ok(mistake({ id: 'm9' }), 201));
  await renderPage(<AddMistakePage />);
  fireEvent.click(screen.getByRole('button', { name: '拍一张' }));
  await screen.findByAltText('题目的照片');
  save();
  expect(await screen.findByText('网络有点慢，内容都还在')).toBeTruthy();
  save();
  await waitFor(() => expect(seenOf('POST /mistakes')).toHaveLength(3));
  const [first, ...again] = seenOf('POST /mistakes');
  expect(again).toEqual([first, first]);
  expect(seenOf('POST /files/upload').map(({ headers }) => headers['Idempotency-Key'])).toEqual(['p1', 'p1']);
});

it('saves what was on its way when the page was left, and leads nobody away from where they are now', async () => {
  let upload = (): void => undefined;
  const uploaded = new Promise<void>((resolve) => (upload = resolve));
  answer('POST /files/upload', () => uploaded.then(() => ok({ id: 'f1' }, 201)));
  choose.mockResolvedValueOnce([photo('p1')]);
  const { unmount } = await renderPage(<AddMistakePage />, { client: queryClient });
  fireEvent.click(screen.getByRole('button', { name: '拍一张' }));
  await screen.findByAltText('题目的照片');
  save();
  await waitFor(() => expect(seenOf('POST /files/upload')).toHaveLength(1));
  unmount();
  upload();
  await waitFor(() => expect(seenOf('POST /mistakes')).toHaveLength(1));
  await waitFor(() => expect(queryClient.isMutating()).toBe(0));
  expect(moves).toEqual([]);
});

it("is not put into another's book who logs in while its photo is made smaller", async () => {
  let drawn = () => {};
  open.mockImplementationOnce(() => new Promise((resolve) => (drawn = () => resolve(null))));
  choose.mockResolvedValueOnce([photo('p1')]);
  await renderPage(<AddMistakePage />);
  fireEvent.click(screen.getByRole('button', { name: '拍一张' }));
  await screen.findByAltText('题目的照片');
  save();
  await act(() => session.begin({ accessToken: 'access-b', expiresIn: 900, user: { ...STUDENT, id: 'b' } }));
  await act(async () => drawn());
  expect(seenOf('POST /files/upload')).toEqual([]);
  expect(seenOf('POST /mistakes')).toEqual([]);
});

describe('when the session ends under the hands of who writes', () => {
  const typed = () => (screen.getByLabelText('题目（可以打字）') as HTMLInputElement).value;
  const writeUntilItEnds = async () => {
    const page = await renderPage(<AddMistakePage />);
    fill('题目（可以打字）', '3+4=');
    answer('POST /mistakes', refused(401, 'UNAUTHENTICATED'));
    answer('POST /auth/refresh', refused(401, 'UNAUTHENTICATED'));
    save();
    await waitFor(() => expect(session.state()).toEqual({ status: 'out', expired: true }));
    page.unmount();
  };

  it('gives back what was typed after the next log-in of the same account, once', async () => {
    await writeUntilItEnds();
    const page = await renderPage(<AddMistakePage />, { device: { ...localStorage } });
    expect(typed()).toBe('3+4=');
    page.unmount();
    await renderPage(<AddMistakePage />, { device: { ...localStorage } });
    expect(typed()).toBe('');
  });

  it('gives nothing to another account', async () => {
    await writeUntilItEnds();
    await renderPage(<AddMistakePage />, { device: { ...localStorage }, account: { ...STUDENT, id: 'b' } });
    expect(typed()).toBe('');
  });

  it('leaves nothing to whoever logs out', async () => {
    forgetTypedAtLogOut();
    await writeUntilItEnds();
    answer('POST /auth/logout', ok(undefined, 204));
    await act(() => session.begin({ accessToken: 'a', expiresIn: 900, user: STUDENT }));
    await act(() => session.end());
    expect(Object.keys(localStorage).filter((name) => name.includes('typed'))).toEqual([]);
  });
});
