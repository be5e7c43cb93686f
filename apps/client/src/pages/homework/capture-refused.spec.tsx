import { screen } from '@testing-library/react';
import { photoDraft } from '../../features/homework/use-photo-draft';
import { pictures } from '../../shared/platform/pictures';
import { PhotosRefused } from '../../shared/platform/pictures.types';
import { choose, photo, press } from '../../testing/capture-page';
import { renderPage } from '../../testing/render';
import CapturePage from './capture';

beforeEach(() => photoDraft.clear());

it('says that the privacy guideline comes first, and lets it be read again', async () => {
  choose.mockReset();
  choose.mockRejectedValueOnce(new PhotosRefused('chooseMedia:fail privacy permission', 'privacy'));
  await renderPage(<CapturePage />);
  press('相册');
  expect(await screen.findByText(/微信的说明/)).toBeTruthy();
  choose.mockResolvedValueOnce([photo('a')]);
  press('再看一次');
  expect(await screen.findByAltText('第 1 张照片')).toBeTruthy();
  expect(screen.queryByText(/微信的说明/)).toBeNull();
});

it('calls no refusal what merely did not work, and tries again', async () => {
  choose.mockReset();
  choose.mockRejectedValueOnce(new Error('the camera is in use'));
  await renderPage(<CapturePage />);
  press('拍一张');
  expect(await screen.findByText('这次没有拿到照片')).toBeTruthy();
  expect(screen.queryByText('相机还没有打开')).toBeNull();
  choose.mockResolvedValueOnce([photo('a')]);
  press('再试一次');
  expect(await screen.findByAltText('第 1 张照片')).toBeTruthy();
  expect(screen.queryByText('这次没有拿到照片')).toBeNull();
});

describe('a refused camera', () => {
  const openSettings = jest.fn<Promise<boolean>, [string]>();
  beforeEach(async () => {
    openSettings.mockReset();
    choose.mockReset();
    choose.mockRejectedValueOnce(new PhotosRefused('denied'));
  });
  afterEach(() => (pictures.openSettings = null));

  const refuse = async () => {
    await renderPage(<CapturePage />);
    press('拍一张');
    await screen.findByText('相机还没有打开');
  };

  it('is explained, mended in the settings, and the camera opens at once', async () => {
    pictures.openSettings = openSettings;
    await refuse();
    openSettings.mockResolvedValueOnce(true);
    choose.mockResolvedValueOnce([photo('a')]);
    press('去设置里打开');
    expect(await screen.findByAltText('第 1 张照片')).toBeTruthy();
    expect(openSettings).toHaveBeenCalledWith('camera');
    expect(choose).toHaveBeenLastCalledWith('camera', 9, { asTaken: true });
    expect(screen.queryByText('相机还没有打开')).toBeNull();
  });

  it('is still explained when nothing was changed in the settings', async () => {
    pictures.openSettings = openSettings;
    await refuse();
    openSettings.mockResolvedValueOnce(false);
    press('去设置里打开');
    expect(await screen.findByText(/好像还没有打开/)).toBeTruthy();
    expect(choose).toHaveBeenCalledTimes(1);
  });

  it('is not explained as if for the first time when it is refused again', async () => {
    pictures.openSettings = openSettings;
    await refuse();
    expect(screen.queryByText(/好像还没有打开/)).toBeNull();
    openSettings.mockResolvedValueOnce(true);
    choose.mockRejectedValueOnce(new PhotosRefused('denied all the same'));
    press('去设置里打开');
    expect(await screen.findByText(/好像还没有打开/)).toBeTruthy();
    choose.mockRejectedValueOnce(new PhotosRefused('denied'));
    press('先从相册选');
    expect(await screen.findByText('相册还没有打开')).toBeTruthy();
    expect(screen.queryByText(/好像还没有打开/)).toBeNull(); // nobody has been asked to open the album yet
  });

  it('leaves the album open', async () => {
    pictures.openSettings = openSettings;
    await refuse();
    choose.mockResolvedValueOnce([photo('a')]);
    press('先从相册选');
    expect(await screen.findByAltText('第 1 张照片')).toBeTruthy();
    expect(choose).toHaveBeenLastCalledWith('album', 9, { asTaken: true });
  });

  it('is the browser’s own business on H5, and works at once when it was mended there', async () => {
    await refuse();
    expect(screen.getByText(/在浏览器的设置里允许/)).toBeTruthy();
    expect(screen.queryByText('去设置里打开')).toBeNull();
    choose.mockResolvedValueOnce([photo('a')]);
    press('我打开了，再试一次');
    expect(await screen.findByAltText('第 1 张照片')).toBeTruthy();
  });
});
