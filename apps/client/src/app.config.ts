import { titles } from './shared/titles.zh';

const tabs = [
  { pagePath: 'pages/tabs/home', text: titles.home, icon: 'home' },
  { pagePath: 'pages/tabs/mistakes', text: titles.mistakes, icon: 'book' },
  { pagePath: 'pages/tabs/me', text: titles.me, icon: 'person' },
].map(({ icon, ...tab }) => ({
  ...tab,
  iconPath: `assets/tab-${icon}.png`,
  selectedIconPath: `assets/tab-${icon}-on.png`,
}));

export default defineAppConfig({
  pages: tabs.map((tab) => tab.pagePath),
  subPackages: [
    { root: 'pages/auth', pages: ['login', 'register'] },
    { root: 'pages/homework', pages: ['capture', 'crop-photo', 'progress', 'result', 'list'] },
    { root: 'pages/mistakes', pages: ['detail', 'add', 'of-child'] },
    { root: 'pages/review', pages: ['session'] },
    { root: 'pages/guardian', pages: ['child'] },
    { root: 'pages/account', pages: ['profile'] },
    ...(process.env.TARO_APP_GALLERY ? [{ root: 'pages/gallery', pages: ['index'] }] : []),
  ],
  preloadRule: {
    // What a tap on the page leads to.
    'pages/tabs/home': {
      network: 'all',
      packages: ['pages/auth', 'pages/homework', 'pages/review', 'pages/guardian'],
    },
    'pages/tabs/mistakes': { network: 'all', packages: ['pages/mistakes', 'pages/review'] },
    'pages/tabs/me': { network: 'all', packages: ['pages/account'] },
    'pages/guardian/child': { network: 'all', packages: ['pages/homework', 'pages/mistakes'] },
    'pages/homework/result': { network: 'all', packages: ['pages/mistakes'] },
    'pages/mistakes/detail': { network: 'all', packages: ['pages/homework'] },
  },
  window: {
    navigationBarTitleText: titles.product,
    navigationBarBackgroundColor: '#FBFAF6',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBFAF6',
    backgroundTextStyle: 'dark',
  },
  animation: false,
  tabBar: {
    // H5 draws its own (shared/ui/TabBar); the router needs to know the tabs all the same.
    custom: process.env.TARO_ENV === 'h5',
    color: '#55635D',
    selectedColor: '#1F6F5C',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: tabs,
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
