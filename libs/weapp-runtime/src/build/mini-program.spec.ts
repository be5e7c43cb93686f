import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readMiniProgram } from './mini-program';

const FIXTURE = path.join(import.meta.dirname, '../../fixtures/mini');
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'weapp-build-'));
  cpSync(FIXTURE, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('reads pages, tabs, sub-packages and the components of each page', () => {
  const { index, entry, warnings } = readMiniProgram(dir);
  expect(entry).toBe('pages/home');
  expect(index.pages).toEqual([
    'pages/home',
    'pages/bench',
    'pages/second',
    'pages/studio',
    'pages/parts',
    'pages/asks',
    'sub/pages/detail',
    'extra/pages/extra',
    'rest/pages/feed',
    'rest/pages/boxes',
  ]);
  expect(index.tabs).toEqual(['pages/home', 'pages/second']);
  expect(index.subPackages).toEqual(['sub', 'extra', 'rest']);
  expect(index.components['sub/pages/detail']).toEqual(['comp', 'custom-wrapper']);
  expect(warnings).toEqual([]);
});

it('reports a template that does not close its tags, with file and line', () => {
  writeFileSync(path.join(dir, 'pages/second.wxml'), '<view>\n<text>open</view>');
  expect(readMiniProgram(dir).warnings.join('\n')).toMatch(/pages\/second\.wxml:\d+:\d+/);
});

it('reports a declared page without files', () => {
  rmSync(path.join(dir, 'pages/second.js'));
  expect(readMiniProgram(dir).warnings).toEqual(['page pages/second is declared and its files are missing']);
});

it('turns rpx into shares of the screen, tags into elements and page into the body', () => {
  const { styles } = readMiniProgram(dir);
  expect(styles.app).toContain('font-size: 5.33333vw');
  expect(styles.app).toContain('wx-view.row');
  expect(styles.app).toMatch(/^body \{\s*background: #fbfaf6/);
});

it('refuses a folder without a mini-program', () => {
  expect(() => readMiniProgram(os.tmpdir())).toThrow('app.json is missing');
});
