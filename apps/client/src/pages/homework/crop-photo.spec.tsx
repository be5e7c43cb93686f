import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { draftKeeper, photoDraft } from '../../features/homework/use-photo-draft';
import { openPhoto } from '../../shared/platform/open-photo';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { forget } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import CropPhotoPage from './crop-photo';

jest.mock('../../shared/platform/open-photo', () => ({ openPhoto: jest.fn() }));
const photo = (id: string) => ({ id, url: `blob:${id}`, file: new File(['x'], id) });
const draw = jest.fn<Promise<LocalPhoto>, []>();

beforeEach(() => {
  forget();
  photoDraft.clear();
  draw.mockImplementation(async () => photo('drawn'));
  jest.mocked(openPhoto).mockImplementation(async () => ({
    ...{ width: 4000, height: 3000, close: () => undefined, draw },
    grey: () => ({ width: 1, height: 1, data: new Uint8Array(1) }),
  }));
});

const show = async () => {
  await renderPage(<></>); // the draft belongs to who is signed in
  const key = photoDraft.add([photo('a')]) ?? '';
  const page = await act(() => renderPage(<CropPhotoPage />, { params: { key } }));
  await screen.findByRole('button', { name: '就留这些' });
  await act(() => draftKeeper.settled());
  await act(() => photoDraft.settled());
  return page;
};
const finish = () => fireEvent.click(screen.getByRole('button', { name: '就留这些' }));
const drawn = () => photoDraft.photos().map((one) => one.photo.id);

it('cuts the photo and goes back', async () => {
  await show();
  draw.mockImplementation(async () => photo('cut'));
  finish();
  await waitFor(() => expect(moves).toEqual([{ how: 'back', url: '' }]));
  expect(drawn()).toEqual(['cut']);
});

it('stays, and says so, when the device cannot cut it', async () => {
  await show();
  draw.mockImplementationOnce(() => Promise.reject(new Error('no room')));
  finish();
  await screen.findByRole('alert');
  expect(moves).toEqual([]);
  draw.mockImplementation(async () => photo('cut'));
  finish();
  await waitFor(() => expect(moves).toEqual([{ how: 'back', url: '' }]));
});

it('cuts the photo, and leads nobody away who has gone back meanwhile', async () => {
  const { unmount } = await show();
  let cut = (): void => undefined;
  draw.mockImplementationOnce(() => new Promise((resolve) => (cut = () => resolve(photo('cut')))));
  const before = draw.mock.calls.length;
  finish();
  await waitFor(() => expect(draw.mock.calls.length).toBe(before + 1));
  unmount();
  cut();
  await waitFor(() => expect(drawn()).toEqual(['cut']));
  await act(() => photoDraft.settled());
  expect(moves).toEqual([]);
});

it('says so, and leads back to the photos, when the device cannot open this one', async () => {
  jest.mocked(openPhoto).mockResolvedValue(null);
  await renderPage(<></>);
  const key = photoDraft.add([photo('a')]) ?? '';
  await act(() => renderPage(<CropPhotoPage />, { params: { key } }));
  expect(await screen.findByText('这里裁不了这张照片')).toBeTruthy();
  expect(moves).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: '回去看照片' }));
  expect(moves).toEqual([{ how: 'back', url: '' }]);
});

it('leads back to the photos when this one is no longer among them', async () => {
  await renderPage(<></>);
  await act(() => renderPage(<CropPhotoPage />, { params: { key: 'thrown away' } }));
  await waitFor(() => expect(moves).toEqual([{ how: 'replace', url: '/pages/homework/capture' }]));
});
