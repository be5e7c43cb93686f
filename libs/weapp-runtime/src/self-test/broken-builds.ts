import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface BrokenBuild {
  name: string;
  /** Breaks a copy of the fixture. */
  plant(dir: string): void;
}

/** Replaces once; a text that is no longer there is a fault of the self-test, not a build that was caught. */
function edit(dir: string, file: string, before: string, after: string): void {
  const full = path.join(dir, file);
  const text = readFileSync(full, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no "${before}" any more`);
  writeFileSync(full, text.replace(before, after));
}

const inHome = (before: string, after: string) => (dir: string) => edit(dir, 'pages/home.js', before, after);
const GREET = "this.greeting = 'Hello ' + this.name;";

/** Each is a fault that a build can really have, and that a phone would show and a unit test would not. */
export const BROKEN_BUILDS: BrokenBuild[] = [
  {
    name: 'handler removed',
    plant: (dir) => edit(dir, 'base.wxml', 'form-type="{{i.p1}}" bindtap="eh"', 'form-type="{{i.p1}}"'),
  },
  {
    name: 'input handler removed',
    plant: (dir) => edit(dir, 'base.wxml', 'bindinput="eh" bindconfirm', 'bindconfirm'),
  },
  {
    name: 'page dropped from app.json',
    plant: (dir) => edit(dir, 'app.json', '"pages": ["pages/detail"]', '"pages": []'),
  },
  { name: 'malformed WXML', plant: (dir) => edit(dir, 'pages/home.wxml', '<import', '<view><import') },
  { name: 'missing chunk', plant: (dir) => rmSync(path.join(dir, 'common.js')) },
  { name: 'missing chunk of a sub-package', plant: (dir) => rmSync(path.join(dir, 'sub/own.js')) },
  { name: 'missing component', plant: (dir) => rmSync(path.join(dir, 'comp.js')) },
  { name: 'missing wxs', plant: (dir) => rmSync(path.join(dir, 'utils.wxs')) },
  { name: 'bare localStorage', plant: inHome(GREET, `localStorage.setItem('a', 'b'); ${GREET}`) },
  { name: 'globalThis.document', plant: inHome(GREET, `globalThis.document.title = 'x'; ${GREET}`) },
  { name: 'code from text', plant: inHome(GREET, `new Function('return 1')(); ${GREET}`) },
  { name: 'renamed class', plant: (dir) => edit(dir, 'app.wxss', '.title', '.headline') },
  { name: 'setData of 1 MB', plant: inHome(GREET, `this.setData({ big: 'x'.repeat(1 << 20) }); ${GREET}`) },
  { name: 'wrong host', plant: inHome('https://api.fixture.example', 'https://api.fixture2.example') },
  {
    name: 'http instead of https',
    plant: inHome('https://api.fixture.example', 'http://api.fixture.example'),
  },
  {
    name: 'refused permission not handled',
    plant: inHome("function () {\n          show('camera refused');\n        },", ''),
  },
  {
    name: 'double navigation',
    plant: inHome(
      "url: '/sub/pages/detail?id=7",
      "url: '/sub/pages/detail?id=7' }); wx.navigateTo({ url: '/sub/pages/detail?id=7",
    ),
  },
  {
    name: 'endless setData',
    plant: inHome(
      GREET,
      `var page = this; setInterval(function () { page.setData({ n: Date.now() }); }, 10); ${GREET}`,
    ),
  },
  { name: 'endless loop', plant: inHome(GREET, `for (;;); ${GREET}`) },
  { name: 'console.error', plant: inHome(GREET, `console.error('a library complains'); ${GREET}`) },
  {
    name: 'unknown call of the platform',
    plant: inHome(GREET, `wx.scanCode({ success: function () {} }); ${GREET}`),
  },
  {
    name: 'canvas of the old kind',
    plant: (dir) => edit(dir, 'base.wxml', '<canvas type="{{i.p0}}"', '<canvas'),
  },
  { name: 'canvas without a size of its own', plant: inHome('canvas.width = results[0].width * 2;', '') },
  {
    name: 'canvas off the screen exported',
    plant: inHome(
      'canvasToTempFilePath({ canvas: canvas,',
      "canvasToTempFilePath({ canvas: wx.createOffscreenCanvas({ type: '2d', width: 200, height: 120 }),",
    ),
  },
  { name: 'WebGL taken for granted', plant: inHome("getContext('2d')", "getContext('webgl')") },
  {
    name: 'handler of a movable view removed',
    plant: (dir) => edit(dir, 'base.wxml', 'bindchange="eh" bindscale="eh" ', ''),
  },
  { name: 'observer of an element that is not there', plant: inHome("'#lazy'", "'#lazi'") },
  {
    name: 'observer disconnected too early',
    plant: inHome(
      '      this.createIntersectionObserver()\n        .relativeToViewport({ bottom: 2000 })',
      '      var observer = this.createIntersectionObserver();\n      setTimeout(function () { observer.disconnect(); });\n      observer',
    ),
  },
  {
    name: 'animation not bound',
    plant: (dir) => edit(dir, 'base.wxml', '<view animation="{{i.p0}}"', '<view'),
  },
  {
    name: 'code of another package required at once',
    plant: inHome("require.async('../extra/words')", "Promise.resolve(require('../extra/words'))"),
  },
  {
    name: 'sub-package that is not declared',
    plant: (dir) => edit(dir, 'app.json', '"root": "extra"', '"root": "other"'),
  },
  {
    name: 'failed request not handled',
    plant: inHome("page.reply = 'no connection';", ''),
  },
  {
    name: 'settings opened without a tap',
    plant: inHome("this.journal.push('ready');", "this.journal.push('ready'); wx.openSetting();"),
  },
  {
    name: 'web-view',
    plant: (dir) =>
      edit(dir, 'pages/home.wxml', '<import', '<web-view src="https://elsewhere.example/" /><import'),
  },
];
