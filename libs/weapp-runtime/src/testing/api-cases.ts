/** One call, and what it comes to; `after` are calls that have to come first. */
export interface Run {
  options?: Record<string, unknown>;
  args?: unknown[];
  after?: [string, Record<string, unknown>][];
  /** Part of the result, or all besides errMsg and errno where it fails; of a Sync call, the value itself. */
  gives?: unknown;
  /** The whole errMsg, or what a Sync call throws. */
  fails?: string | RegExp;
  /** With it, where the platform documents a number; a Sync call throws the words alone. */
  errno?: number;
}
/** A test that needs more than a call: the file of the driver's tests and its sentence. */
export interface Elsewhere {
  file: string;
  test: string;
}
/** The platform documents no failure; why not. */
export interface None {
  none: string;
}

export interface ApiCase {
  success: Run | Elsewhere;
  failure: Run | Elsewhere | None;
  /** Called on a tab page; otherwise on one without the bar. */
  onTab?: true;
}

/** Answered from what the phone knows, or carried out in any case; its documents name nothing that goes wrong. */
const causeless: None = { none: 'fail is documented, and nothing that it would be called for' };
const plain: None = { none: 'gives a value at once; neither fail nor an error thrown is documented' };
const object: None = { none: 'gives an object; what can fail is a call of that' };
const listening: None = { none: 'takes a listener, and answers nothing' };
const elsewhere = (file: string, test: string): Elsewhere => ({ file: `${file}.spec.ts`, test });
const simple = (gives: unknown = {}): ApiCase => ({ success: { gives }, failure: causeless });
const sync = (gives: unknown, args: unknown[] = []): ApiCase => ({
  success: { args, gives },
  failure: plain,
});
const wrong = (name: string, parameter: string, type: string, actual = 'Undefined'): Run => ({
  fails: `${name}:fail parameter error: parameter.${parameter} should be ${type} instead of ${actual};`,
  errno: 1001,
});
const typed = (name: string, options: Record<string, unknown>, parameter: string, type: string): ApiCase => ({
  success: { options },
  failure: wrong(name, parameter, type),
});
const tab = (name: string, options: Record<string, unknown> = {}): ApiCase => ({
  success: { options },
  failure: { options, fails: `${name}:fail not TabBar page` },
  onTab: true,
});

const ACCOUNT: Record<string, ApiCase> = {
  login: {
    success: { gives: { errMsg: 'login:ok', code: /^code-/ } },
    failure: elsewhere('refusals', 'logs in over the network only'),
  },
  checkSession: {
    success: { after: [['login', {}]] },
    failure: elsewhere('platform', 'knows a session only after log-in'),
  },
  getAccountInfoSync: sync({ miniProgram: { envVersion: 'release' } }),
  getLaunchOptionsSync: sync({ path: 'pages/bench', scene: 1001 }),
  getEnterOptionsSync: sync({ path: 'pages/bench', scene: 1001 }),
  getUpdateManager: {
    success: elsewhere('life', 'starts the app again with one that is ready'),
    failure: object,
  },
  getPrivacySetting: simple({ needAuthorization: false }),
  requirePrivacyAuthorize: {
    success: {},
    failure: elsewhere('refusals', 'asks for the privacy guideline before it gives photos'),
  },
  openPrivacyContract: simple(),
  getSetting: simple({ authSetting: {} }),
  openSetting: {
    success: elsewhere('refusals', 'opens the settings after a tap'),
    failure: { fails: 'openSetting:fail can only be invoked by user TAP gesture.' },
  },
  authorize: {
    success: { options: { scope: 'scope.camera' } },
    failure: elsewhere('platform', 'asks for permissions that a test refuses and grants'),
  },
  requestSubscribeMessage: {
    success: elsewhere('refusals', 'opens the settings after a tap'),
    failure: {
      options: { tmplIds: ['a'] },
      fails: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    },
  },
  reportEvent: sync(undefined, ['opened', {}]),
  reportAnalytics: sync(undefined, ['opened', {}]),
};

const DEVICE: Record<string, ApiCase> = {
  getSystemInfoSync: sync({ platform: 'android', windowWidth: 375 }),
  getSystemInfo: simple({ pixelRatio: 2 }),
  getSystemInfoAsync: simple({ pixelRatio: 2 }),
  getWindowInfo: sync({ statusBarHeight: 24 }),
  getAppBaseInfo: sync({ language: 'zh_CN' }),
  getDeviceInfo: sync({ platform: 'android' }),
  getSystemSetting: sync({ deviceOrientation: 'portrait' }),
  getAppAuthorizeSetting: sync({ cameraAuthorized: true }),
  getMenuButtonBoundingClientRect: sync({ width: 87, right: 365 }),
  vibrateShort: simple(),
  vibrateLong: simple(),
  setKeepScreenOn: typed('setKeepScreenOn', { keepScreenOn: true }, 'keepScreenOn', 'Boolean'),
  makePhoneCall: {
    success: elsewhere('refusals', 'calls a number, or not'),
    failure: wrong('makePhoneCall', 'phoneNumber', 'String'),
  },
  setClipboardData: typed('setClipboardData', { data: 'copied' }, 'data', 'String'),
  getClipboardData: {
    success: { after: [['setClipboardData', { data: 'copied' }]], gives: { data: 'copied' } },
    failure: elsewhere('refusals', 'lets the app ask for the privacy guideline in its own words'),
  },
  getNetworkType: simple({ networkType: 'wifi' }),
  nextTick: { success: elsewhere('refusals', 'runs what is asked for next'), failure: listening },
  canIUse: { success: { args: ['chooseMedia'], gives: true }, failure: { args: ['scanCode'], gives: false } },
};

const INTERACTION: Record<string, ApiCase> = {
  showToast: typed('showToast', { title: 'Saved' }, 'title', 'String'),
  hideToast: simple(),
  showLoading: typed('showLoading', { title: 'Waiting' }, 'title', 'String'),
  hideLoading: simple(),
  showModal: {
    success: elsewhere('platform', 'answers a modal by the button that was tapped'),
    failure: {
      options: { title: 'x', confirmText: '五个字太长' },
      fails: 'showModal:fail confirmText length should not larger than 4 Chinese characters',
    },
  },
  showActionSheet: {
    success: elsewhere(
      'platform',
      'answers an action sheet by its line, fails when it is cancelled or too long',
    ),
    failure: wrong('showActionSheet', 'itemList', 'Array'),
  },
  pageScrollTo: { success: { options: { selector: '#bottom', duration: 0 } }, failure: causeless },
  startPullDownRefresh: simple(),
  stopPullDownRefresh: simple(),
  hideKeyboard: simple(),
  enableAlertBeforeUnload: typed('enableAlertBeforeUnload', { message: 'Leave?' }, 'message', 'String'),
  disableAlertBeforeUnload: simple(),
  showShareMenu: simple(),
  hideShareMenu: simple(),
  setBackgroundColor: simple(),
  setBackgroundTextStyle: simple(),
  loadFontFace: {
    success: {
      options: { family: 'x', source: 'local("sans-serif"), local("DejaVu Sans")' },
      gives: { status: 'loaded' },
    },
    failure: {
      options: { family: 'x', source: 'url("data:font/woff2;base64,AAAA")' },
      fails: /^loadFontFace:fail /,
      gives: { status: 'error' },
    },
  },
  createAnimation: {
    success: elsewhere('parts', 'exports its steps once, and the element goes through them'),
    failure: object,
  },
  createIntersectionObserver: {
    success: elsewhere('parts', 'watches many within another element, from a part of them on'),
    failure: object,
  },
  createSelectorQuery: {
    success: elsewhere('canvas', 'gives the node of a canvas, the same each time'),
    failure: object,
  },
};

const NAVIGATION: Record<string, ApiCase> = {
  navigateTo: {
    success: elsewhere('platform', 'stacks ten pages and refuses the eleventh'),
    failure: { options: { url: '/pages/none' }, fails: 'navigateTo:fail page "pages/none" is not found' },
  },
  redirectTo: {
    success: elsewhere('refusals', 'replaces a page'),
    failure: { options: { url: '/pages/second' }, fails: 'redirectTo:fail can not redirectTo a tabbar page' },
  },
  navigateBack: {
    success: elsewhere('platform', 'stacks ten pages and refuses the eleventh'),
    failure: { fails: 'navigateBack:fail cannot navigate back at first page.' },
  },
  switchTab: {
    success: { options: { url: '/pages/second' } },
    failure: {
      options: { url: '/sub/pages/detail' },
      fails: 'switchTab:fail can not switch to no-tabBar page',
    },
    onTab: true,
  },
  reLaunch: {
    success: elsewhere('refusals', 'replaces a page'),
    failure: wrong('reLaunch', 'url', 'String'),
  },
  setNavigationBarTitle: typed('setNavigationBarTitle', { title: 'x' }, 'title', 'String'),
  setNavigationBarColor: {
    success: { options: { frontColor: '#000000', backgroundColor: '#eeeeee' } },
    failure: {
      options: { frontColor: '#123456', backgroundColor: '#eeeeee' },
      fails: 'setNavigationBarColor:fail invalid frontColor, it should be #ffffff or #000000',
    },
  },
  showNavigationBarLoading: simple(),
  hideNavigationBarLoading: simple(),
  hideHomeButton: simple(),
  hideTabBar: tab('hideTabBar'),
  showTabBar: tab('showTabBar'),
  setTabBarBadge: tab('setTabBarBadge', { index: 0, text: '2' }),
  removeTabBarBadge: tab('removeTabBarBadge', { index: 0 }),
  showTabBarRedDot: tab('showTabBarRedDot', { index: 0 }),
  hideTabBarRedDot: tab('hideTabBarRedDot', { index: 0 }),
  setTabBarItem: tab('setTabBarItem', { index: 0, text: 'First tab' }),
  setTabBarStyle: tab('setTabBarStyle', { color: '#111111' }),
};

const MEDIA: Record<string, ApiCase> = {
  chooseMedia: {
    success: elsewhere('apis', 'chooses pictures by both names of the call'),
    failure: elsewhere('apis', 'says when the user closed the chooser or refused the camera'),
  },
  chooseImage: {
    success: elsewhere('apis', 'chooses pictures by both names of the call'),
    failure: {
      options: { count: 0 },
      fails: 'chooseImage:fail parameter error: parameter.count should be a positive Number;',
    },
  },
  compressImage: {
    success: elsewhere('apis', 'compresses a photo to a size and a quality, upright'),
    failure: { options: { src: 'app.json' }, fails: 'compressImage:fail decode image fail' },
  },
  getImageInfo: {
    success: { options: { src: '/assets/turned.jpg' }, gives: { width: 20, orientation: 'right' } },
    failure: { options: { src: 'app.json' }, fails: 'getImageInfo:fail decode image fail' },
  },
  previewImage: {
    success: elsewhere('apis', 'previews pictures until they are tapped, and fails without any'),
    failure: wrong('previewImage', 'urls', 'Array'),
  },
  previewMedia: {
    success: elsewhere('parts', 'previews media one after the other'),
    failure: wrong('previewMedia', 'sources', 'Array'),
  },
  saveImageToPhotosAlbum: {
    success: { options: { filePath: '/assets/dot.png' } },
    failure: elsewhere('refusals', 'keeps nothing in an album that was refused'),
  },
  createOffscreenCanvas: {
    success: elsewhere('canvas', 'knows gradients, clips, transparency, text'),
    failure: object,
  },
  canvasToTempFilePath: {
    success: elsewhere('canvas', 'exports %j'),
    failure: { options: { canvasId: 'x' }, fails: 'canvasToTempFilePath:fail canvas is empty' },
  },
};

const KEY = { key: 'k', data: { a: 1 } };
const STORED: [string, Record<string, unknown>][] = [['setStorage', KEY]];
const badKey = (name: string): Run => ({ ...wrong(name, 'key', 'String', 'Number'), args: [1, 1] });

const STORAGE: Record<string, ApiCase> = {
  setStorage: typed('setStorage', KEY, 'key', 'String'),
  getStorage: {
    success: { options: { key: 'k' }, after: STORED, gives: { data: { a: 1 } } },
    failure: { options: { key: 'none' }, fails: 'getStorage:fail data not found' },
  },
  removeStorage: typed('removeStorage', { key: 'k' }, 'key', 'String'),
  clearStorage: simple(),
  getStorageInfo: {
    success: { after: STORED, gives: { keys: ['k'], limitSize: 10240 } },
    failure: causeless,
  },
  setStorageSync: { success: { args: ['k', 1] }, failure: badKey('setStorageSync') },
  getStorageSync: { success: { args: ['none'], gives: '' }, failure: badKey('getStorageSync') },
  removeStorageSync: { success: { args: ['k'] }, failure: badKey('removeStorageSync') },
  clearStorageSync: sync(undefined),
  getStorageInfoSync: sync({ limitSize: 10240 }),
  batchSetStorageSync: {
    success: { args: [[{ key: 'k', value: 1 }]] },
    failure: { ...wrong('batchSetStorageSync', 'key', 'String', 'Number'), args: [[{ key: 1, value: 1 }]] },
  },
  batchGetStorageSync: {
    success: { args: [['k']], after: STORED, gives: [{ a: 1 }] },
    failure: { ...wrong('batchGetStorageSync', 'key', 'String', 'Number'), args: [[1]] },
  },
  getFileSystemManager: { success: elsewhere('files', 'comes to the documented %s'), failure: object },
  saveFile: {
    success: elsewhere('files', 'moves what it saves'),
    // Of the package: only what is temporary can be saved.
    failure: {
      options: { tempFilePath: '/assets/dot.png' },
      fails: 'saveFile:fail tempFilePath file not exist',
      errno: 1300002,
    },
  },
  getFileInfo: {
    success: { options: { filePath: '/assets/dot.png' }, gives: { size: 70 } },
    failure: {
      options: { filePath: 'wxfile://tmp_none' },
      fails: 'getFileInfo:fail no such file or directory "wxfile://tmp_none"',
      errno: 1300002,
    },
  },
};

const NETWORK: Record<string, ApiCase> = {
  request: {
    success: elsewhere('apis', 'sends over a real socket and reads JSON, status, headers and cookies'),
    failure: wrong('request', 'url', 'String'),
  },
  uploadFile: {
    success: elsewhere('apis', 'uploads as multipart with fields, and tells its progress'),
    failure: elsewhere('network', 'tells the progress of a slow upload, and fails it when the network goes'),
  },
  downloadFile: {
    success: elsewhere('apis', 'downloads to a temporary file, or to one of its own'),
    failure: {
      options: { url: 'https://elsewhere.example/x' },
      fails: 'downloadFile:fail url not in domain list:elsewhere.example',
      errno: 600002,
    },
  },
  connectSocket: {
    success: elsewhere('sockets', 'opens, sends, hears and closes over a real socket'),
    failure: elsewhere('sockets', 'tells of %s'),
  },
};

/** Where it is heard, and where it is heard no more. */
const told = (file: string, test: string, off = test): { on: Elsewhere; off: Elsewhere } => ({
  on: elsewhere(file, test),
  off: elsewhere(file, off),
});
const HEARD: Record<string, { on: Elsewhere; off: Elsewhere }> = {
  AppShow: told('refusals', 'hears the app come and go'),
  AppHide: told('refusals', 'hears the app come and go'),
  NetworkStatusChange: told(
    'network',
    'tells the progress of a slow upload, and fails it when the network goes',
    'tells no more to who no longer listens',
  ),
  NetworkWeakChange: told(
    'network',
    'slows a download, and tells of a weak network and of its end',
    'tells no more to who no longer listens',
  ),
  UnhandledRejection: told('refusals', 'hears of rejections and errors'),
  Error: told('refusals', 'hears of rejections and errors'),
  NeedPrivacyAuthorization: told('refusals', 'lets the app ask for the privacy guideline in its own words'),
  MemoryWarning: told('refusals', 'hears the app come and go'),
  PageNotFound: told('asks', 'tells an app that is started on a page which is not there'),
  WindowResize: told('asks', 'hears the phone being turned'),
};
const listeners = Object.fromEntries(
  Object.entries(HEARD).flatMap(([name, { on, off }]): [string, ApiCase][] => [
    [`on${name}`, { success: on, failure: listening }],
    [`off${name}`, { success: off, failure: listening }],
  ]),
);

/** Every name of `wx` that this runtime carries out. */
export const API_CASES: Record<string, ApiCase> = {
  ...ACCOUNT,
  ...DEVICE,
  ...INTERACTION,
  ...NAVIGATION,
  ...MEDIA,
  ...STORAGE,
  ...NETWORK,
  ...listeners,
};
