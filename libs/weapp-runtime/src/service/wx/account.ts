import type { Fields } from '../../protocol';
import { ApiFailure, invoke, invokeSync } from '../bridge';
import { enterOptions, launchOptions } from '../app';
import { asyncApi, check, forwarded, withoutFunctions } from './api';
import { requireGesture } from './gesture';
import { requirePrivacy } from './privacy';
import { updateManager } from './update';

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
  reportEvent: (): void => undefined,
  reportAnalytics: (): void => undefined,
};
