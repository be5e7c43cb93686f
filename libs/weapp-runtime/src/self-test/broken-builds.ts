import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface BrokenBuild {
  name: string;
  /** What has to be said of it: whatever else goes wrong on the way is no catch. */
  by: RegExp;
  /** Breaks a copy of the fixture. */
  plant(dir: string): void;
}

/** Replaces once; a text that is no longer there is a fault of the self-test, not a build that was caught. */
export function edit(dir: string, file: string, before: string, after: string): void {
  const full = path.join(dir, file);
  const text = readFileSync(full, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no "${before}" any more`);
  writeFileSync(full, text.replace(before, after));
}

export const inHome = (before: string, after: string) => (dir: string) =>
  edit(dir, 'pages/home.js', before, after);
export const GREET = "this.greeting = 'Hello ' + this.name;";

/** The walk stops where it should: what stands there instead shows that it came so far. */
const unseen = (text: string, instead: string): RegExp =>
  new RegExp(`^"${text}" is not to be seen on [^]*^.*${instead}$`, 'm');

/** Each is a fault that a build can really have, and that a phone would show and a unit test would not. */
export const BROKEN_BUILDS: BrokenBuild[] = [
  {
    name: 'handler removed',
    by: unseen('Hello Wu', 'nobody yet'),
    plant: (dir) => edit(dir, 'base.wxml', 'form-type="{{i.p1}}" bindtap="eh"', 'form-type="{{i.p1}}"'),
  },
  {
    name: 'input handler removed',
    by: unseen('Hello Wu', 'Hello undefined'),
    plant: (dir) => edit(dir, 'base.wxml', 'bindinput="eh" bindconfirm', 'bindconfirm'),
  },
  {
    name: 'page dropped from app.json',
    by: /page \\?"sub\/pages\/detail\\?" is not found/,
    plant: (dir) => edit(dir, 'app.json', '"pages": ["pages/detail"]', '"pages": []'),
  },
  {
    name: 'malformed WXML',
    by: /^warning: pages\/home\.wxml.*missing end tag/m,
    plant: (dir) => edit(dir, 'pages/home.wxml', '<import', '<view><import'),
  },
  {
    name: 'missing chunk',
    by: /error: Error: module 'common\.js' is not defined/,
    plant: (dir) => rmSync(path.join(dir, 'common.js')),
  },
  {
    name: 'missing chunk of a sub-package',
    by: /^error: Error: module 'sub\/own\.js' is not defined/m,
    plant: (dir) => rmSync(path.join(dir, 'sub/own.js')),
  },
  {
    name: 'missing component',
    by: /error: Error: module 'comp\.js' is not defined/,
    plant: (dir) => rmSync(path.join(dir, 'comp.js')),
  },
  {
    name: 'missing wxs',
    by: /^error: view: R\.utils is not a function/m,
    plant: (dir) => rmSync(path.join(dir, 'utils.wxs')),
  },
  {
    name: 'bare localStorage',
    by: /^error: TypeError: .*reading 'setItem'/m,
    plant: inHome(GREET, `localStorage.setItem('a', 'b'); ${GREET}`),
  },
  {
    name: 'globalThis.document',
    by: /^error: TypeError: Cannot set properties of undefined \(setting 'title'\)/m,
    plant: inHome(GREET, `globalThis.document.title = 'x'; ${GREET}`),
  },
  {
    name: 'code from text',
    by: /^error: EvalError: /m,
    plant: inHome(GREET, `new Function('return 1')(); ${GREET}`),
  },
  {
    name: 'renamed class',
    by: /^the title has lost its colour/,
    plant: (dir) => edit(dir, 'app.wxss', '.title', '.headline'),
  },
  {
    name: 'setData of 1 MB',
    by: /^pages\/home: largestSetDataBytes is/m,
    plant: inHome(GREET, `this.setData({ big: 'x'.repeat(1 << 20) }); ${GREET}`),
  },
  {
    name: 'wrong host',
    by: unseen('Hello from the server', 'no connection'),
    plant: inHome('https://api.fixture.example', 'https://api.fixture2.example'),
  },
  {
    name: 'http instead of https',
    by: unseen('Hello from the server', 'no connection'),
    plant: inHome('https://api.fixture.example', 'http://api.fixture.example'),
  },
  {
    name: 'refused permission not handled',
    by: /^unhandled rejection: .*auth deny/m,
    plant: inHome("function () {\n          show('camera refused');\n        }", 'undefined'),
  },
  {
    name: 'photo left where it is temporary',
    by: unseen('the photo is kept', 'no photo'),
    plant: inHome(
      "wx.getFileSystemManager().saveFileSync(taken, wx.env.USER_DATA_PATH + '/photo.png')",
      'taken',
    ),
  },
  {
    name: 'double navigation',
    by: /^warning: sub\/pages\/detail was opened twice over itself/m,
    plant: inHome(
      "url: '/sub/pages/detail?id=7&q=%E4%B8%AD' });",
      "url: '/sub/pages/detail?id=7&q=%E4%B8%AD' }); wx.navigateTo({ url: '/sub/pages/detail?id=7&q=%E4%B8%AD' });",
    ),
  },
  {
    name: 'endless setData',
    by: /^pages\/home: setDataPerSecond is/m,
    plant: inHome(
      GREET,
      `var page = this; setInterval(function () { page.setData({ n: Date.now() }); }, 10); ${GREET}`,
    ),
  },
  { name: 'endless loop', by: unseen('Hello Wu', 'nobody yet'), plant: inHome(GREET, `for (;;); ${GREET}`) },
  {
    name: 'console.error',
    by: /^console\.error: a library complains/m,
    plant: inHome(GREET, `console.error('a library complains'); ${GREET}`),
  },
  {
    name: 'unknown call of the platform',
    by: /^wx\.scanCode is not implemented/m,
    plant: inHome(GREET, `wx.scanCode({ success: function () {} }); ${GREET}`),
  },
  {
    name: 'canvas of the old kind',
    by: /^warning: a canvas without type="2d" was asked for its node/m,
    plant: (dir) => edit(dir, 'base.wxml', '<canvas type="{{i.p0}}"', '<canvas'),
  },
  {
    name: 'canvas without a size of its own',
    by: unseen('drawn 200 by 120', 'drawn 300 by 120'),
    plant: inHome('canvas.width = results[0].width * 2;', ''),
  },
  {
    name: 'canvas off the screen exported',
    by: /^unhandled rejection: .*canvasToTempFilePath:fail canvas is empty/m,
    plant: inHome(
      'canvasToTempFilePath({ canvas: canvas,',
      "canvasToTempFilePath({ canvas: wx.createOffscreenCanvas({ type: '2d', width: 200, height: 120 }),",
    ),
  },
  {
    name: 'WebGL taken for granted',
    by: /^wx\.canvas\.getContext\('webgl'\) is not implemented/m,
    plant: inHome("getContext('2d')", "getContext('webgl')"),
  },
  {
    name: 'handler of a movable view removed',
    by: unseen('moved to 50', 'not moved'),
    plant: (dir) => edit(dir, 'base.wxml', 'bindchange="eh" bindscale="eh" ', ''),
  },
  {
    name: 'observer of an element that is not there',
    by: unseen('the lazy part', 'nothing here yet'),
    plant: inHome("'#lazy'", "'#lazi'"),
  },
  {
    name: 'observer disconnected too early',
    by: unseen('the lazy part', 'nothing here yet'),
    plant: inHome(
      '      this.createIntersectionObserver()\n        .relativeToViewport({ bottom: 2000 })',
      '      var observer = this.createIntersectionObserver();\n      setTimeout(function () { observer.disconnect(); });\n      observer',
    ),
  },
  {
    name: 'animation not bound',
    by: /^the animation was not carried out/,
    plant: (dir) => edit(dir, 'base.wxml', '<view animation="{{i.p0}}"', '<view'),
  },
  {
    name: 'code of another package required at once',
    by: /is of another package: only require\.async reaches it/,
    plant: inHome("require.async('../extra/words')", "Promise.resolve(require('../extra/words'))"),
  },
  {
    name: 'sub-package that is not declared',
    by: /^warning: page other\/pages\/extra is declared and its files are missing/m,
    plant: (dir) => edit(dir, 'app.json', '"root": "extra"', '"root": "other"'),
  },
  {
    name: 'failed request not handled',
    by: unseen('no connection', 'Hello from the server'),
    plant: inHome("page.reply = 'no connection';", ''),
  },
  {
    name: 'settings opened without a tap',
    by: /^unhandled rejection: .*openSetting:fail can only be invoked by user TAP/m,
    plant: inHome("this.journal.push('ready');", "this.journal.push('ready'); wx.openSetting();"),
  },
  {
    name: 'web-view',
    by: /^error: web-view is refused by this runtime/m,
    plant: (dir) =>
      edit(dir, 'pages/home.wxml', '<import', '<web-view src="https://elsewhere.example/" /><import'),
  },
];
