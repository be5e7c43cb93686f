import { ApiFailure, invoke, invokeSync } from '../bridge';
import { navigateBack, navigateTo, reLaunch, redirectTo, switchTab, topPage } from '../router';
import type { Fields } from '../../protocol';
import { asyncApi, check, forwarded, withoutFunctions } from './api';

/** The bar can be changed only while it is there. */
const onTabPage = (name: string, types: Record<string, string>) =>
  asyncApi(name, (options) => {
    check(options, types);
    const { tabs } = invokeSync('host.pages') as { tabs: string[] };
    if (!tabs.includes(topPage()?.route ?? '')) throw new ApiFailure('not TabBar page');
    const index = options.index === undefined ? 0 : Number(options.index);
    if (!tabs[index]) throw new ApiFailure('tabbar item not found');
    return invoke(name, withoutFunctions(options));
  });

const TAB_APIS: Record<string, Record<string, string>> = {
  showTabBar: {},
  hideTabBar: {},
  setTabBarBadge: { index: 'Number', text: 'String' },
  removeTabBarBadge: { index: 'Number' },
  showTabBarRedDot: { index: 'Number' },
  hideTabBarRedDot: { index: 'Number' },
  setTabBarItem: { index: 'Number' },
  setTabBarStyle: {},
};

const onTopPage = (options: Fields): Fields => ({ ...options, webviewId: topPage()?.webviewId ?? 0 });

export const navigationApis = {
  navigateTo: asyncApi('navigateTo', async ({ url, events }) => ({
    eventChannel: await navigateTo(url, events as Fields | undefined),
  })),
  redirectTo: asyncApi('redirectTo', ({ url }) => redirectTo(url)),
  navigateBack: asyncApi('navigateBack', ({ delta }) => navigateBack(Number(delta ?? 1))),
  switchTab: asyncApi('switchTab', ({ url }) => switchTab(url)),
  reLaunch: asyncApi('reLaunch', ({ url }) => reLaunch(url)),
  setNavigationBarTitle: asyncApi('setNavigationBarTitle', (options) => {
    check(options, { title: 'String' });
    return invoke('setNavigationBarTitle', onTopPage({ title: options.title }));
  }),
  setNavigationBarColor: asyncApi('setNavigationBarColor', (options) => {
    check(options, { frontColor: 'String', backgroundColor: 'String' });
    if (!['#ffffff', '#000000'].includes(String(options.frontColor)))
      throw new ApiFailure('invalid frontColor, it should be #ffffff or #000000');
    const { frontColor, backgroundColor } = options;
    return invoke('setNavigationBarColor', onTopPage({ frontColor, backgroundColor }));
  }),
  showNavigationBarLoading: forwarded('showNavigationBarLoading'),
  hideNavigationBarLoading: forwarded('hideNavigationBarLoading'),
  hideHomeButton: forwarded('hideHomeButton'),
  ...Object.fromEntries(Object.entries(TAB_APIS).map(([name, types]) => [name, onTabPage(name, types)])),
};
