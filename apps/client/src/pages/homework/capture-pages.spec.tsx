import { screen, waitFor } from '@testing-library/react';
import { photoDraft } from '../../features/homework/use-photo-draft';
import { addPhotos, beginAnew, choose, handIn, photo, press } from '../../testing/capture-page';
import { seenOf } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import CapturePage from './capture';

beforeEach(() => beginAnew('a', 'b', 'c', 'better'));

it('takes at most nine photos', async () => {
  await renderPage(<CapturePage />);
  await addPhotos('1', '2', '3', '4', '5', '6', '7', '8', '9');
  expect(screen.getByText('一次最多 9 张，这次已经够了')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '加一页' })).toBeNull();
});

it('hands in the pages in the order they were moved to', async () => {
  await renderPage(<CapturePage />);
  await addPhotos('a', 'b', 'c');
  press('第 3 张照片');
  press('往前第 3 张');
  press('往前第 2 张');
  press('第 2 张照片');
  press('往后第 2 张');
  handIn();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
  expect(seenOf('POST /homework')[0]?.body).toMatchObject({
    fileIds: ['file-of-c', 'file-of-b', 'file-of-a'],
  });
});

const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';

it('does not move what is first or last any further', async () => {
  await renderPage(<CapturePage />);
  await addPhotos('a', 'b');
  expect([isOff('往前第 1 张'), isOff('往后第 1 张')]).toEqual([true, false]);
  press('第 2 张照片');
  expect([isOff('往前第 2 张'), isOff('往后第 2 张')]).toEqual([false, true]);
});

it('takes a photo again in the place of the first try', async () => {
  await renderPage(<CapturePage />);
  await addPhotos('a', 'b');
  press('重拍第 1 张');
  choose.mockResolvedValueOnce([photo('better')]);
  press('拍一张');
  await waitFor(() => expect(photoDraft.photos()[0]?.photo.id).toBe('better'));
  handIn();
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
  expect(seenOf('POST /homework')[0]?.body).toMatchObject({ fileIds: ['file-of-better', 'file-of-b'] });
});
