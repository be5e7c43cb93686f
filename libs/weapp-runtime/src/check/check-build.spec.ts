import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkBuild, isSound } from './check-build';
import { finding, inOneLine } from './finding';

type Files = Record<string, string | Buffer>;

const PAGE = '{ "usingComponents": {} }';
const VIEW = '<view bindtap="go">{{words}}</view>';
const APP = {
  pages: ['pages/home', 'pages/me'],
  subPackages: [
    { root: 'one', pages: ['list'] },
    { root: 'two', pages: ['chart'] },
  ],
  preloadRule: { 'pages/home': { network: 'all', packages: ['one'] } },
  tabBar: {
    color: '#000000',
    selectedColor: '#1F6F5C',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home', text: 'Home', iconPath: 'icon.png', selectedIconPath: 'icon.png' },
      { pagePath: 'pages/me', text: 'Me' },
    ],
  },
};

const page = (name: string, script = 'Page({});'): Files => ({
  [`${name}.js`]: script,
  [`${name}.json`]: PAGE,
  [`${name}.wxml`]: VIEW,
});

/** A small build without a fault. */
const SOUND: Files = {
  'app.json': JSON.stringify(APP),
  'app.js': "require('./common'); App({});",
  'common.js': 'var shared = 1; module.exports = shared;',
  'icon.png': Buffer.alloc(600),
  ...page('pages/home', "require('../common'); Page({});"),
  ...page('pages/me'),
  ...page('one/list', "require('../common'); require('./own'); Page({});"),
  'one/own.js': 'exports.a = 1;',
  ...page('two/chart'),
};

let dir: string;
beforeEach(() => (dir = mkdtempSync(path.join(os.tmpdir(), 'weapp-check-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const MOST = { packageBytes: 1.2e6, wholeBytes: 6e6, assetBytes: 100_000 };

/** The sound build with some files in place of its own; null takes one away. */
function findingsOf(planted: Record<string, string | Buffer | null>): string[] {
  for (const [name, content] of Object.entries({ ...SOUND, ...planted })) {
    if (content === null) continue;
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), content);
  }
  return checkBuild(dir, MOST).findings.map(inOneLine);
}

const component = (name: string): Files => ({
  [`${name}.js`]: 'Component({});',
  [`${name}.json`]: '{ "component": true }',
  [`${name}.wxml`]: '<view />',
});
const using = (owner: string, target: string, more: object = {}): Files => ({
  [`${owner}.json`]: JSON.stringify({ usingComponents: { comp: target }, ...more }),
});
const withApp = (change: object): Files => ({ 'app.json': JSON.stringify({ ...APP, ...change }) });
const withTab = (change: object): Files =>
  withApp({ tabBar: { ...APP.tabBar, list: [{ ...APP.tabBar.list[0], ...change }, APP.tabBar.list[1]] } });
const inMe = (script: string): Files => ({ 'pages/me.js': `function me(given) { ${script} } me();` });

it('finds nothing in a sound build', () => {
  expect(findingsOf({})).toEqual([]);
});

it('counts the bytes of each package', () => {
  findingsOf({});
  const { packages } = checkBuild(dir);
  expect(Object.keys(packages)).toEqual(['', 'one', 'two']);
  expect(packages.one).toBe(
    ['one/list.js', 'one/list.json', 'one/list.wxml', 'one/own.js'].reduce(
      (sum, name) => sum + (SOUND[name]?.length ?? 0),
      0,
    ),
  );
});

const PLANTED: [what: string, files: Record<string, string | Buffer | null>, found: RegExp][] = [
  ['app.json is missing', { 'app.json': null }, /^schema: app\.json: is missing/],
  ['app.json is no JSON', { 'app.json': '{' }, /^schema: app\.json: /],
  ['an unknown key of app.json', withApp({ tabbar: {} }), /^schema: app\.json: .*tabbar/],
  ['a wrong value of app.json', withApp({ lazyCodeLoading: 'all' }), /^schema: app\.json: lazyCodeLoading/],
  ['an unknown key of a page', { 'pages/me.json': '{ "disableScrol": true }' }, /^schema: pages\/me\.json/],
  ['one tab alone', withApp({ tabBar: { ...APP.tabBar, list: [] } }), /^schema: app\.json: tabBar\.list/],

  ['a declared page without a file', { 'pages/me.wxml': null }, /^pages: pages\/me\.wxml: .*missing/],
  ['a page that nobody declared', page('pages/lost'), /^pages: pages\/lost: .*not declare/],
  ['a page declared twice', withApp({ pages: [...APP.pages, 'pages/me'] }), /^pages: pages\/me: .*twice/],
  ['a tab in a sub-package', withTab({ pagePath: 'one/list' }), /^pages: one\/list: .*sub-package/],
  ['a tab that is no page', withTab({ pagePath: 'pages/none' }), /^pages: pages\/none: .*no declared page/],
  [
    'a component that is not there',
    { 'pages/me.json': '{ "usingComponents": { "comp": "../comp" } }' },
    /^pages: pages\/me\.json: <comp> leads to comp/,
  ],
  [
    'a component of another sub-package',
    { ...component('two/comp'), ...using('one/list', '/two/comp') },
    /^requires: one\/list\.json: <comp> lies in the sub-package two/,
  ],
  [
    'a sub-package’s component for the whole app',
    { ...component('two/comp'), ...withApp({ usingComponents: { comp: 'two/comp' } }) },
    /^requires: app\.json: <comp> lies in the sub-package two/,
  ],
  [
    'a placeholder that lies in a sub-package as well',
    {
      ...component('two/comp'),
      ...using('one/list', '/two/comp', { componentPlaceholder: { comp: 'comp' } }),
    },
    /^requires: one\/list\.json: <comp> has the placeholder <comp>, which/,
  ],
  [
    'a sub-package of its own',
    withApp({ subPackages: [{ ...APP.subPackages[0], independent: true }, APP.subPackages[1]] }),
    /^schema: app\.json: .*independent/,
  ],
  [
    'a preload rule for nothing',
    withApp({ preloadRule: { 'pages/home': { packages: ['three'] } } }),
    /^pages: app\.json: .*three/,
  ],

  ['a main package that is too large', { 'common.js': `//${'x'.repeat(1.3e6)}` }, /^sizes: main package/],
  ['a sub-package that is too large', { 'one/own.js': `//${'x'.repeat(1.3e6)}` }, /^sizes: sub-package one/],
  [
    'too much in all',
    Object.fromEntries([...'abcdef'].map((name) => [`${name}.txt`, Buffer.alloc(1.1e6)])),
    /^sizes: whole/,
  ],
  ['a picture that is too large', { 'one/photo.jpg': Buffer.alloc(110_000) }, /^sizes: one\/photo\.jpg/],
  [
    'more than 2 MB to load before it is needed, by two pages of one package',
    {
      ...withApp({
        preloadRule: { 'pages/home': { packages: ['one'] }, 'pages/me': { packages: ['two'] } },
      }),
      'one/a.txt': Buffer.alloc(1.2e6),
      'two/b.txt': Buffer.alloc(1.2e6),
    },
    /^sizes: app\.json: pages of the main package preload 2\.\d+ MB/,
  ],
  ['a tab icon of 41 KB', { 'icon.png': Buffer.alloc(41 * 1024) }, /^sizes: icon\.png: 41\.0 KB/],
  ['a tab icon that is missing', { 'icon.png': null }, /^sizes: icon\.png: .*missing/],

  [
    'a script of another sub-package',
    { 'two/chart.js': "require('../one/own');" },
    /^requires: two\/chart\.js: .*sub-package one/,
  ],
  [
    'a sub-package’s script in the main package',
    { 'app.js': "require('./one/own');" },
    /^requires: app\.js: .*sub-package one/,
  ],
  ['a script that is not there', { 'app.js': "require('./gone');" }, /^requires: app\.js: "\.\/gone"/],
  [
    'a template that is not there',
    { 'pages/me.wxml': '<import src="../gone.wxml"/>' },
    /^requires: pages\/me/,
  ],
  ['a style that is not there', { 'app.wxss': '@import "./gone.wxss";' }, /^requires: app\.wxss/],
  [
    'a style without quotes that is not there',
    { 'app.wxss': '@import url(./gone.wxss);' },
    /^requires: app\.wxss: "\.\/gone/,
  ],

  ['an arrow function', inMe('return () => 1;'), /^language: pages\/me\.js: /],
  ['a class', { 'pages/me.js': 'class Me {}' }, /^language: pages\/me\.js: /],
  ['optional chaining', inMe('return given?.a;'), /^language: pages\/me\.js: /],
  ['a look behind', inMe('return /(?<=a)b/.test(given);'), /^language: pages\/me\.js: /],
  [
    'a look behind in a text',
    inMe("return new RegExp('(?<=a)b');"),
    /^language: pages\/me\.js: a look behind/,
  ],
  [
    'a look behind in a part of a text',
    inMe("return RegExp('(?<!a)' + given);"),
    /^language: pages\/me\.js: a look behind/,
  ],
  ['console.log', inMe("console.log('x');"), /^console: pages\/me\.js: console\.log/],
  [
    'console.log that is handed on',
    inMe('given.catch(console.log);'),
    /^console: pages\/me\.js: console\.log/,
  ],
  ['console.log by its name as a text', inMe("console['log'](given);"), /^console: pages\/me\.js: console/],
  ['console by another name', inMe('var c = console; c.log(given);'), /^console: pages\/me\.js: console/],
  ['window', inMe('return window.a;'), /^globals: pages\/me\.js: window/],
  ['document', inMe('document.title = given;'), /^globals: pages\/me\.js: document/],
  ['localStorage', inMe("localStorage.setItem('a', 'b');"), /^globals: pages\/me\.js: localStorage/],
  ['fetch', inMe('return fetch(given);'), /^globals: pages\/me\.js: fetch/],
  ['structuredClone', inMe('return structuredClone(given);'), /^globals: pages\/me\.js: structuredClone/],
  ['BigInt', inMe('return BigInt(given);'), /^globals: pages\/me\.js: BigInt/],
  [
    'a global that another function asks for',
    inMe('function a() { return typeof fetch; } function b() { return fetch(given); } return a() + b();'),
    /^globals: pages\/me\.js: fetch/,
  ],
  [
    'a global that code around it asks for at some other place',
    inMe("var has = typeof fetch === 'function'; function a() { return fetch(given); } return has && a();"),
    /^globals: pages\/me\.js: fetch/,
  ],
  [
    'a global where it is not there',
    inMe("return typeof fetch === 'function' ? given : fetch(given);"),
    /^globals: pages\/me\.js: fetch/,
  ],
  [
    'a global where it may not be there',
    inMe("if (typeof fetch === 'function' || given) return fetch(given);"),
    /^globals: pages\/me\.js: fetch/,
  ],
  [
    'globalThis.document',
    inMe('globalThis.document.title = given;'),
    /^globals: pages\/me\.js: globalThis\.document/,
  ],
  ['globalThis.fetch', inMe('return globalThis.fetch(given);'), /^globals: pages\/me\.js: globalThis\.fetch/],
  ['eval', inMe('return eval(given);'), /^code-from-text: pages\/me\.js: eval/],
  ['new Function', inMe("return new Function('return 1')();"), /^code-from-text: pages\/me\.js: Function/],
  ['Array.prototype.at', inMe('return given.at(-1);'), /^built-ins: pages\/me\.js: \.at\(\)/],
  ['Object.hasOwn', inMe("return Object.hasOwn(given, 'a');"), /^built-ins: pages\/me\.js: Object\.hasOwn/],
  ['http', inMe("return 'http://api.example/x';"), /^http: pages\/me\.js: http:\/\/api\.example\/x/],
  ['http within a text', inMe("return 'see http://api.example/x';"), /^http: pages\/me\.js: http:\/\/api/],
  ['http in a style', { 'app.wxss': '.a { background: url(http://a.example/b) }' }, /^http: app\.wxss/],

  [
    'a location that is not declared',
    inMe('wx.getLocation({});'),
    /^private-apis: pages\/me\.js: .*getLocation/,
  ],
  [
    'a location that a bundled module asks for',
    inMe('return (0, given.getLocation)({});'),
    /^private-apis: pages\/me\.js: .*getLocation/,
  ],
  [
    'a location whose call is handed on',
    inMe('return given.then(wx.getLocation);'),
    /^private-apis: pages\/me\.js: .*getLocation/,
  ],
  [
    'a declared location that nobody asks for',
    withApp({ requiredPrivateInfos: ['getLocation'] }),
    /^private-apis: app\.json: .*getLocation/,
  ],
  [
    'a location by a name that does not exist',
    withApp({ requiredPrivateInfos: ['getLocaton'] }),
    /^schema: app\.json: requiredPrivateInfos\.0/,
  ],
  ['photos without the privacy check', inMe('wx.chooseMedia({});'), /^private-apis: app\.json: chooseMedia/],
  [
    'a privacy check for nothing',
    withApp({ __usePrivacyCheck__: true }),
    /^private-apis: app\.json: .*nothing private/,
  ],

  ['an open tag, by the engine', { 'pages/me.wxml': '<view><text></view>' }, /^glass-easel: pages\/me\.wxml/],
  ['an open tag, by wcc', { 'pages/me.wxml': '<view><text></view>' }, /^wcc: .*pages\/me\.wxml/],
  ['a broken expression, by wcc', { 'pages/me.wxml': '<view>{{ a + }}</view>' }, /^wcc: .*pages\/me\.wxml/],
];

it.each(PLANTED)('finds %s', (_, files, found) => {
  expect(findingsOf(files)).toContainEqual(expect.stringMatching(found));
});

const ALLOWED: [what: string, files: Record<string, string | Buffer | null>][] = [
  [
    'a component of another sub-package with a placeholder',
    {
      ...component('two/comp'),
      ...using('one/list', '/two/comp', { componentPlaceholder: { comp: 'view' } }),
    },
  ],
  ['a component of the main package', { ...component('comp'), ...using('one/list', '/comp') }],
  ['console.error', inMe('console.error(given);')],
  ['webpack’s way to the global object', inMe("return this || new Function('return this')();")],
  ['a global behind typeof', inMe("return typeof window === 'object' ? window : given;")],
  ['a global unless it is undefined', inMe("return typeof window === 'undefined' ? given : window;")],
  [
    'a global behind a negation',
    inMe("if (!(typeof window != 'undefined')) return given; else return window;"),
  ],
  ['a global behind a minifier’s typeof', inMe("return 'u' > typeof window && given ? window : given;")],
  [
    'a global of globalThis behind typeof',
    inMe("return typeof globalThis.fetch === 'function' && globalThis.fetch();"),
  ],
  [
    'a look at whether a global is there',
    inMe('var page; return (page = globalThis.document) ? page.title : given;'),
  ],
  ['a console of its own', inMe('var console = given; console.log(given);')],
  ['names of a browser as properties', inMe('return given.document.window;')],
  [
    'names of a browser as variables',
    inMe('var window = given, document = window.document; return document;'),
  ],
  ['an XML vocabulary', inMe("return 'http://www.w3.org/2000/svg';")],
  ['what the base library adds', inMe("return Object.fromEntries(given.flat()) + 'a'.replaceAll('a', 'b');")],
  [
    'a preload rule by the name of a package',
    withApp({
      subPackages: [{ ...APP.subPackages[0], name: 'first' }, APP.subPackages[1]],
      preloadRule: { 'pages/home': { packages: ['first'] } },
    }),
  ],
  ['one time limit of four', withApp({ networkTimeout: { downloadFile: 5000 } })],
  [
    'photos with the privacy check',
    { ...inMe('wx.chooseMedia({});'), ...withApp({ __usePrivacyCheck__: true }) },
  ],
  [
    'a declared location that is asked for',
    {
      ...inMe('wx.getLocation({});'),
      ...withApp({ __usePrivacyCheck__: true, requiredPrivateInfos: ['getLocation'] }),
    },
  ],
];

it.each(ALLOWED)('lets %s pass', (_, files) => {
  expect(findingsOf(files)).toEqual([]);
});

it('takes a build for sound only when every check was made, or may be left out', () => {
  const checked = { findings: [], unchecked: ['wcc has no binary'], packages: {} };
  expect(isSound(checked)).toBe(false);
  expect(isSound(checked, { wherePossible: true })).toBe(true);
  expect(isSound({ ...checked, unchecked: [] })).toBe(true);
  const findings = [finding('http', 'a.js', 'http://a')];
  expect(isSound({ ...checked, findings }, { wherePossible: true })).toBe(false);
});
