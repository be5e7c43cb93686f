import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ApiError } from '../../shared/http/api-error';
import { letGo } from '../../features/homework/uploads';
import { outbox } from '../../shared/outbox/outbox';
import { keptPhotos } from '../../shared/platform/kept-photos';
import { pictures } from '../../shared/platform/pictures';
import { PhotosRefused } from '../../shared/platform/pictures.types';
import { answer, forget, ok, refused, seenOf, type Seen } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import CapturePage from './capture';

const choose = jest.spyOn(pictures, 'choose');
const photo = (id: string) => ({ id, url: `blob:${id}`, file: new File(['x'], id) });
const upload = ({ body }: Seen) => ok({ id: `file-of-${(body as { photo: string }).photo}` }, 201);
const addPhotos = async (...ids: string[]) => {
  choose.mockResolvedValueOnce(ids.map(photo));
  fireEvent.click(screen.getByRole('button', { name: '相册' }));
  await screen.findByAltText(`第 ${ids.length} 张照片`);
};
const handIn = () => fireEvent.click(screen.getByRole('button', { name: /交上去批改|再试一次/ }));

beforeEach(() => {
  forget();
  answer('POST /files/upload', upload);
  answer('POST /homework', ok({ id: 'h1', status: 'queued' }, 202));
});

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
  const keys = seenOf('POST /files/upload').map(({ headers }) => headers['Idempotency-Key']);
  expect(keys.filter((key) => key === 'a')).toHaveLength(1);
  expect(keys.filter((key) => key === 'b')).toHaveLength(2);
});

it('hands in with the same key when the answer was lost', async () => {
  answer('POST /homework', new ApiError('TIMEOUT', 'lost'), ok({ id: 'h1', status: 'queued' }, 202));
  await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  expect(await screen.findByText('网络有点慢，内容都还在')).toBeTruthy();
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
  await screen.findByText('网络有点慢，内容都还在');
  fireEvent.click(screen.getByRole('button', { name: '去掉第 2 张' }));
  handIn();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(2));
  const [first, second] = seenOf('POST /homework').map(({ headers }) => headers['Idempotency-Key']);
  expect(second).not.toBe(first);
});

it('says which photo the server will not take', async () => {
  answer('POST /files/upload', (sent) =>
    (sent.body as { photo: string }).photo === 'dark' ? refused(422, 'PICTURE_UNREADABLE') : upload(sent),
  );
  await renderPage(<CapturePage />);
  await addPhotos('light', 'dark');
  handIn();
  expect(await screen.findByText('照片打不开，请重新拍一张')).toBeTruthy();
  const picture = screen.getByAltText('第 2 张照片').parentElement;
  expect(picture?.textContent).toContain('换一张');
  fireEvent.click(screen.getByRole('button', { name: '去掉第 2 张' }));
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

it('survives a killed app: only the missing photos are sent, from where the device keeps them', async () => {
  const lost = new ApiError('NETWORK', 'cut');
  answer('POST /files/upload', upload, lost);
  const { unmount } = await renderPage(<CapturePage />);
  await addPhotos('a', 'b', 'c');
  handIn();
  await screen.findByText('网络没连上，内容都还在');
  unmount();
  const device = { ...localStorage };
  answer('POST /files/upload', upload);
  await renderPage(<CapturePage />, { device });
  await act(() => outbox.flush());
  expect(seenOf('POST /homework').map(({ body }) => body)).toEqual([
    { subject: 'math', fileIds: ['file-of-a', 'file-of-b', 'file-of-c'] },
  ]);
  const keys = seenOf('POST /files/upload').map(({ headers }) => headers['Idempotency-Key']);
  expect(keys.filter((key) => key === 'a')).toHaveLength(1);
  expect(await keptPhotos.ids()).toEqual([]);
  expect(outbox.state().waiting).toEqual([]);
});

it('takes a homework back that is on its way: nothing of it stays, and the photos can be handed in again', async () => {
  answer('POST /files/upload', () => new Promise(() => undefined));
  await renderPage(<CapturePage />);
  await addPhotos('a');
  handIn();
  await waitFor(() => expect(seenOf('POST /files/upload')).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: '先停下' }));
  await screen.findByRole('button', { name: /交上去批改|再试一次/ });
  expect(outbox.state().waiting).toEqual([]);
  expect(await keptPhotos.ids()).toEqual([]);
});

it('says so when the device has lost a photo that waited', async () => {
  answer('POST /files/upload', new ApiError('NETWORK', 'cut'));
  await renderPage(<CapturePage />);
  await addPhotos('gone');
  handIn();
  await screen.findByText('网络没连上，内容都还在');
  letGo([{ id: 'gone' }]);
  await act(() => outbox.flush());
  expect(outbox.state().refused).toMatchObject([{ refused: { code: 'PHOTO_LOST' } }]);
});

it('takes at most nine photos', async () => {
  await renderPage(<CapturePage />);
  await addPhotos('1', '2', '3', '4', '5', '6', '7', '8', '9');
  expect(screen.getByText('一次最多 9 张，这次已经够了')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '相册' })).toBeNull();
});

it('says where photos can be allowed when the device refuses them', async () => {
  choose.mockRejectedValueOnce(new PhotosRefused('denied'));
  await renderPage(<CapturePage />);
  fireEvent.click(screen.getByRole('button', { name: '拍一张' }));
  expect(await screen.findByText(/可以在手机设置里允许相机和相册/)).toBeTruthy();
});
