import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { preloadHeaders } from './preload';

let dir: string;
const build = (routes: object) => writeFileSync(path.join(dir, 'preload.json'), JSON.stringify(routes));
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'preload-'))));
afterEach(() => rmSync(dir, { recursive: true }));

it('names the files of an address, whatever its query', () => {
  build({ '/home': ['/css/1.a.css', '/js/1.a.js'], '/me': ['/js/2.b.js'] });
  const headerOf = preloadHeaders(dir);
  const home = '</css/1.a.css>; rel=preload; as=style, </js/1.a.js>; rel=preload; as=script';
  expect(headerOf('/home')).toBe(home);
  expect(headerOf('/home?from=x')).toBe(home);
});

it.each(['/', '/nowhere', '/api/v1/user/me', '/__proto__'])('names none for %s', (url) => {
  build({ '/home': ['/js/1.a.js'] });
  expect(preloadHeaders(dir)(url)).toBeUndefined();
});

it('does without the file', () => {
  expect(preloadHeaders(dir)('/home')).toBeUndefined();
});

it('takes nothing that could break a header', () => {
  build({ '/home': ['/js/a.js>; rel=stylesheet\r\nx: y'] });
  expect(() => preloadHeaders(dir)).toThrow();
});
