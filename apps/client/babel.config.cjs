/**
 * Browsers that know private class members, which TanStack Query ships as they are, and modal dialogs, which every sheet
 * is: older ones fail anyway, and without their syntax the app is smaller and starts sooner. The mini-program stays with
 * Taro's own, ES5.
 */
const BROWSERS = { chrome: '84', ios: '15.4', safari: '15.4', firefox: '98' };
const targets = process.env.TARO_ENV === 'h5' ? { targets: BROWSERS } : {};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', ...targets }]],
};
