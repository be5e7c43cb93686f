import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileStyles } from './styles';

let dist: string;
beforeEach(() => (dist = mkdtempSync(path.join(os.tmpdir(), 'styles-'))));
afterEach(() => rmSync(dist, { recursive: true }));

const compiled = (style: string): string | undefined => {
  writeFileSync(path.join(dist, 'app.wxss'), style);
  writeFileSync(path.join(dist, 'base.wxss'), '.row { width: 75rpx }');
  return compileStyles(dist, ['app.wxss'], {}).app;
};

it.each(['"./base.wxss"', "'base.wxss'", 'url("/base.wxss")', 'url(./base.wxss)'])(
  'brings in %s',
  (target) => {
    expect(compiled(`@import ${target};`)).toContain('.row { width: 10.00000vw }');
  },
);

it('makes elements of tags, and of the page the body', () => {
  expect(compiled('page { color: red } view > text { color: red }')).toBe(
    'body { color: red } wx-view > wx-text { color: red }',
  );
});
