import type { Fields } from '../../protocol';
import { invoke, invokeSync } from '../bridge';
import { asyncApi, check, forwarded } from './api';
import { requirePrivacy } from './privacy';

const device = (): Fields => invokeSync('device.info');
const pick = (names: string[]) => (): Fields => {
  const all = device();
  return Object.fromEntries(names.map((name) => [name, all[name]]));
};

const WINDOW = [
  'pixelRatio',
  'screenWidth',
  'screenHeight',
  'windowWidth',
  'windowHeight',
  'statusBarHeight',
  'safeArea',
  'screenTop',
];
const BASE = [
  'SDKVersion',
  'enableDebug',
  'host',
  'language',
  'version',
  'theme',
  'fontSizeScaleFactor',
  'fontSizeSetting',
];
const DEVICE = ['abi', 'benchmarkLevel', 'brand', 'model', 'system', 'platform', 'memorySize', 'cpuType'];
const SETTING = ['bluetoothEnabled', 'locationEnabled', 'wifiEnabled', 'deviceOrientation'];
const AUTHORIZE = [
  'albumAuthorized',
  'cameraAuthorized',
  'locationAuthorized',
  'microphoneAuthorized',
  'notificationAuthorized',
];

export const deviceApis = {
  getSystemInfoSync: device,
  getSystemInfo: asyncApi('getSystemInfo', device),
  getSystemInfoAsync: asyncApi('getSystemInfoAsync', device),
  getWindowInfo: pick(WINDOW),
  getAppBaseInfo: pick(BASE),
  getDeviceInfo: pick(DEVICE),
  getSystemSetting: pick(SETTING),
  getAppAuthorizeSetting: pick(AUTHORIZE),
  getMenuButtonBoundingClientRect: (): Fields => invokeSync('device.menuButton'),
  vibrateShort: asyncApi('vibrateShort', () => undefined),
  vibrateLong: asyncApi('vibrateLong', () => undefined),
  setKeepScreenOn: asyncApi('setKeepScreenOn', (options) => check(options, { keepScreenOn: 'Boolean' })),
  makePhoneCall: forwarded('makePhoneCall', { phoneNumber: 'String' }),
  setClipboardData: asyncApi('setClipboardData', async (options) => {
    check(options, { data: 'String' });
    await requirePrivacy('setClipboardData');
    return invoke('setClipboardData', { data: options.data });
  }),
  getClipboardData: asyncApi('getClipboardData', async () => {
    await requirePrivacy('getClipboardData');
    return invoke('getClipboardData', {});
  }),
};
