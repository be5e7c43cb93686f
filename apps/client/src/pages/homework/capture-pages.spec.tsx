import { act, screen, waitFor } from '@testing-library/react';
import { ApiError } from '../../shared/http/api-error';
import { outbox } from '../../shared/outbox/outbox';
import { photoDraft } from '../../features/homework/use-photo-draft';
import { addPhotos, beginAnew, choose, handIn, photo, press, upload } from '../../testing/capture-page';
import { answer, seenOf } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { coverPage, moves, uncoverPage } from '../../testing/taro';
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
  await addPhotos('x', 'y'); // the strip may still tell that others were sent before
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

describe('a homework that arrives while another page lies over this one', () => {
  const waitCovered = async () => {
    answer('POST /files/upload', new ApiError('NETWORK', 'cut'), upload);
    const page = await renderPage(<CapturePage />);
    await addPhotos('a');
    handIn();
    await screen.findByText('照片都存好了，连上网会自动交，可以先离开');
    coverPage();
    await act(() => outbox.flush());
    expect(seenOf('POST /homework')).toHaveLength(1);
    expect(moves).toEqual([]);
    return page;
  };

  it('leads on when this one is in front again', async () => {
    await waitCovered();
    expect(screen.queryByText(/连上网会自动交/)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    act(uncoverPage);
    expect(moves).toEqual([{ how: 'replace', url: '/pages/homework/progress?id=h1' }]);
  });

  it('is no draft any more', async () => {
    const { unmount } = await waitCovered();
    unmount();
    expect(photoDraft.photos()).toEqual([]);
  });
});
