import type { Fields } from '../protocol';

export interface Screen {
  width: number;
  height: number;
  pixelRatio: number;
}

export const STATUS_BAR_HEIGHT = 24;
export const NAVIGATION_HEIGHT = 44;
export const TAB_BAR_HEIGHT = 50;
const CAPSULE = { width: 87, height: 32, gap: 6, right: 10 };

/** A plain Android phone; the app cannot tell it from a real one by these figures. */
export const toDeviceInfo = ({ width, height, pixelRatio }: Screen): Fields => ({
  brand: 'generic',
  model: 'generic',
  system: 'Android 14',
  platform: 'android',
  abi: 'arm64-v8a',
  cpuType: 'generic',
  memorySize: 6144,
  benchmarkLevel: 25,
  pixelRatio,
  screenWidth: width,
  screenHeight: height,
  windowWidth: width,
  windowHeight: height - STATUS_BAR_HEIGHT - NAVIGATION_HEIGHT,
  statusBarHeight: STATUS_BAR_HEIGHT,
  screenTop: STATUS_BAR_HEIGHT + NAVIGATION_HEIGHT,
  safeArea: {
    left: 0,
    right: width,
    top: STATUS_BAR_HEIGHT,
    bottom: height,
    width,
    height: height - STATUS_BAR_HEIGHT,
  },
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.6.0',
  enableDebug: false,
  host: { appId: '', env: 'WeChat' },
  theme: 'light',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: width > height ? 'landscape' : 'portrait',
  albumAuthorized: true,
  cameraAuthorized: true,
  locationAuthorized: true,
  microphoneAuthorized: true,
  notificationAuthorized: true,
});

export const toMenuButton = ({ width }: Screen): Fields => {
  const top = STATUS_BAR_HEIGHT + CAPSULE.gap;
  const left = width - CAPSULE.right - CAPSULE.width;
  return {
    width: CAPSULE.width,
    height: CAPSULE.height,
    top,
    left,
    right: left + CAPSULE.width,
    bottom: top + CAPSULE.height,
  };
};
