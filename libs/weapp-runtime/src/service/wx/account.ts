import type { Fields } from '../../protocol';
import { ApiFailure, invoke, invokeSync } from '../bridge';
import { enterOptions, launchOptions } from '../app';
import { guarded } from '../errors';
import { asyncApi, check, forwarded, withoutFunctions } from './api';
import { requireGesture } from './gesture';
import { requirePrivacy } from './privacy';

type Listener = (detail: Fields) => void;

/** A start without an update waiting: onCheckForUpdate says so, the other two stay silent, as on most days. */
const updateManager = {
  onCheckForUpdate: (listener: Listener) => void guarded(() => listener({ hasUpdate: false })),
  onUpdateReady: (): void => undefined,
  onUpdateFailed: (): void => undefined,
  applyUpdate: (): never => {
    throw new Error('applyUpdate:fail update is not ready');
  },
};

export const accountApis = {
  login: forwarded('login'),
  checkSession: forwarded('checkSession'),
  getAccountInfoSync: (): Fields => invokeSync('account.info'),
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: enterOptions,
  getUpdateManager: () => updateManager,
  getPrivacySetting: forwarded('getPrivacySetting'),
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () =>
    requirePrivacy('requirePrivacyAuthorize'),
  ),
  openPrivacyContract: forwarded('openPrivacyContract'),
  getSetting: forwarded('getSetting'),
  openSetting: asyncApi('openSetting', (options) => {
    requireGesture();
    return invoke('openSetting', withoutFunctions(options));
  }),
  authorize: forwarded('authorize', { scope: 'String' }),
  requestSubscribeMessage: asyncApi('requestSubscribeMessage', (options) => {
    check(options, { tmplIds: 'Array' });
    requireGesture();
    const ids = options.tmplIds as string[];
    if (ids.length === 0 || ids.length > 3) throw new ApiFailure('invalid tmplIds', 10001);
    return invoke('requestSubscribeMessage', { tmplIds: ids });
  }),
  exitMiniProgram: forwarded('exitMiniProgram'),
  reportEvent: (): void => undefined,
  reportAnalytics: (): void => undefined,
};
