/**
 * Browsers that know private class members, which TanStack Query ships as they are: older ones fail anyway, and without
 * their syntax the app is smaller and starts sooner. The mini-program stays with Taro's own, ES5.
 */
const BROWSERS = { chrome: '84', ios: '15', safari: '15', firefox: '90' };
const targets = process.env.TARO_ENV === 'h5' ? { targets: BROWSERS } : {};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', ...targets }]],
};
