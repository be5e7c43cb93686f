import { act, screen, waitFor } from '@testing-library/react';
import { photoDraft } from '../../features/homework/use-photo-draft';
import { openPhoto } from '../../shared/platform/open-photo';
import type { OpenPhoto } from '../../shared/platform/open-photo.types';
import { addPhotos, beginAnew, press } from '../../testing/capture-page';
import { seenOf } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import CapturePage from './capture';

jest.mock('../../shared/platform/open-photo', () => ({ openPhoto: jest.fn() }));

/** So dark that it is worth a word, or as a photo should be. */
const looked = (light: number): OpenPhoto => ({
  ...{
    width: 400,
    height: 300,
    close: () => undefined,
    draw: () => Promise.reject(new Error('fit as it is')),
  },
  grey: () => ({ width: 8, height: 6, data: new Uint8Array(48).fill(light) }),
});
const DARK = looked(20);
const BRIGHT = looked(240);

/** Photos that the device takes its time to open. */
const openSlowly = () => {
  const opening: ((opened: OpenPhoto | null) => void)[] = [];
  jest.mocked(openPhoto).mockImplementation(() => new Promise((resolve) => opening.push(resolve)));
  return async (opened: OpenPhoto | null) => {
    await waitFor(() => expect(opening.length).toBeGreaterThan(0));
    await act(async () => opening.shift()!(opened));
  };
};

const HINT = '有点暗，开灯或靠窗再拍会更清楚';

beforeEach(() => beginAnew('a', 'b'));

describe('a tap that comes before all photos were looked at', () => {
  it('shows what could be better first, and the next tap sends them as they are', async () => {
    const finishOpening = openSlowly();
    await renderPage(<CapturePage />);
    await addPhotos('a', 'b');
    press('交上去批改，2 张');
    await finishOpening(BRIGHT);
    await finishOpening(DARK);
    expect(await screen.findByText(HINT)).toBeTruthy(); // the second photo is on the stage by itself
    expect(seenOf('POST /files/upload')).toEqual([]);
    press('就这样交，2 张');
    await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
  });

  it('sends them at once when there is nothing to say', async () => {
    const finishOpening = openSlowly();
    await renderPage(<CapturePage />);
    await addPhotos('a');
    press('交上去批改，1 张');
    await finishOpening(BRIGHT);
    await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
  });

  it('can be taken back', async () => {
    const finishOpening = openSlowly();
    await renderPage(<CapturePage />);
    await addPhotos('a');
    press('交上去批改，1 张');
    press('先停下');
    await finishOpening(BRIGHT);
    await act(() => photoDraft.settled());
    expect(screen.getByRole('button', { name: '交上去批改，1 张' })).toBeTruthy();
    expect(seenOf('POST /files/upload')).toEqual([]);
  });
});

it('sends at the first tap what was seen to be dark before', async () => {
  jest.mocked(openPhoto).mockResolvedValue(DARK);
  await renderPage(<CapturePage />);
  await addPhotos('a');
  await screen.findByText(HINT);
  press('交上去批改，1 张');
  await waitFor(() => expect(seenOf('POST /homework')).toHaveLength(1));
});

describe('a photo that the device cannot open', () => {
  it('is not turned and cut, with the reason beside it', async () => {
    const finishOpening = openSlowly();
    await renderPage(<CapturePage />);
    await addPhotos('a');
    expect(screen.queryByText(/这里改不了这张照片/)).toBeNull(); // not known yet
    await finishOpening(null);
    expect(screen.getByText(/这里改不了这张照片/)).toBeTruthy();
    const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled');
    expect([isOff('旋转第 1 张'), isOff('裁剪第 1 张')]).toEqual(['true', 'true']);
  });

  it('has words in the place of the picture when it cannot be seen either', async () => {
    jest.mocked(openPhoto).mockResolvedValue(null);
    await renderPage(<CapturePage />);
    await addPhotos('a');
    act(() => void screen.getByAltText('第 1 张照片').dispatchEvent(new Event('error')));
    expect(await screen.findByText('这张照片在这里打不开')).toBeTruthy();
    expect(screen.queryByText('正在打开照片')).toBeNull();
  });
});

it('takes no page away without asking', async () => {
  jest.mocked(openPhoto).mockResolvedValue(BRIGHT);
  await renderPage(<CapturePage />);
  await addPhotos('a', 'b');
  press('去掉第 1 张');
  press('先不了');
  expect(photoDraft.photos()).toHaveLength(2);
  press('去掉第 1 张');
  press('去掉这一张');
  expect(photoDraft.photos().map(({ photo: { id } }) => id)).toEqual(['b']);
});
