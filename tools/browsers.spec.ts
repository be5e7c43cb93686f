import { createRequire } from 'node:module';

// H5 is built for these browsers and later ones. What its sources use without a stand-in, they have to know.
const SINCE = {
  // https://developer.mozilla.org/docs/Web/API/HTMLDialogElement/showModal#browser_compatibility
  'modal dialogs, which every sheet is': { chrome: '37', ios: '15.4', safari: '15.4', firefox: '98' },
  // https://developer.mozilla.org/docs/Web/JavaScript/Reference/Classes/Private_elements#browser_compatibility
  'private methods of classes, which TanStack Query ships': {
    chrome: '84',
    ios: '15',
    safari: '15',
    firefox: '90',
  },
};

type Browsers = Record<string, string>;

const builtFor = (): Browsers => {
  process.env.TARO_ENV = 'h5';
  const { presets } = createRequire(import.meta.url)('../apps/client/babel.config.cjs') as {
    presets: [string, { targets: Browsers }][];
  };
  return presets[0]![1].targets;
};

it.each(Object.entries(SINCE))('is built for browsers that know %s', (_, since) => {
  const oldest = builtFor();
  expect(Object.keys(oldest).sort()).toEqual(Object.keys(since).sort());
  const tooOld = Object.entries(since).filter(([browser, first]) => Number(oldest[browser]) < Number(first));
  expect(tooOld).toEqual([]);
});
