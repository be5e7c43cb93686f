import Taro from '@tarojs/taro';
import { uuidv7 } from '../http/uuidv7';
import { type PhotoSource, PhotosRefused, type Pictures } from './pictures.types';

/** WeChat's number for a privacy guideline that was not accepted. */
const PRIVACY_REFUSED = 104;
/** So it says that it was not allowed to, in more than one way; a camera in use or a full phone it says otherwise. */
const NOT_ALLOWED = /auth|permission|denied/;

/** What the phone lets WeChat do: WeChat's own settings cannot help where the phone says no. */
const isAllowedToWeChat = (source: PhotoSource): boolean => {
  const { cameraAuthorized, albumAuthorized } = Taro.getAppAuthorizeSetting();
  // Android has no album permission to speak of and leaves it out.
  return (source === 'camera' ? cameraAuthorized : albumAuthorized) !== 'denied';
};

/** Leaves WeChat for the phone's settings; what was changed there is known when the person is back. */
const openPhoneSettings = (source: PhotoSource): Promise<boolean> =>
  new Promise((resolve) => {
    const back = () => {
      Taro.offAppShow(back);
      resolve(isAllowedToWeChat(source));
    };
    Taro.onAppShow(back);
    Taro.openAppAuthorizeSetting({}).catch(() => {
      Taro.offAppShow(back);
      resolve(false);
    });
  });

export const pictures: Pictures = {
  choose: async (source, count, { asTaken } = { asTaken: false }) => {
    try {
      const { tempFiles } = await Taro.chooseMedia({
        count,
        mediaType: ['image'],
        sourceType: [source],
        // How far WeChat shrinks is not documented and differs by phone: small digits suffer.
        sizeType: [asTaken ? 'original' : 'compressed'],
      });
      return tempFiles.map(({ tempFilePath, size }) => ({ id: uuidv7(), url: tempFilePath, bytes: size }));
    } catch (error) {
      const { errMsg = '', errno } = error as { errMsg?: string; errno?: number };
      if (/cancel/.test(errMsg)) return [];
      if (errno === PRIVACY_REFUSED) throw new PhotosRefused(errMsg, 'privacy');
      if (NOT_ALLOWED.test(errMsg)) throw new PhotosRefused(errMsg);
      throw new Error(errMsg);
    }
  },
  show: (photo) => photo, // its path is its address
  release: () => undefined,
  openSettings: async (source) => {
    if (!isAllowedToWeChat(source)) return openPhoneSettings(source);
    try {
      const { authSetting } = await Taro.openSetting();
      return source === 'album' || authSetting['scope.camera'] !== false;
    } catch {
      return false;
    }
  },
};
