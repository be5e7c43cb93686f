import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, Route } from 'playwright-core';
import { frameCode, shellCode } from './build/bundles';
import type { MiniProgram } from './build/mini-program';
import type { FileStore } from './native/files';

/** Reserved by RFC 2606: it can never be a real host. */
export const ORIGIN = 'https://weapp.invalid';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
};

const HEAD =
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">';

const typeOf = (file: string): string =>
  TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';

/** Everything the view loads comes from here: the shell, the frames, the package's and the phone's files, mapped hosts. */
export async function serveView(
  page: Page,
  program: MiniProgram,
  files: FileStore,
  hosts: Record<string, string>,
): Promise<void> {
  const made: Record<string, () => string> = {
    '/shell.html': () => `${HEAD}<body><script src="/shell.js"></script>`,
    '/frame.html': () => `${HEAD}<body><script src="/package.js"></script><script src="/frame.js"></script>`,
    '/shell.js': shellCode,
    '/frame.js': frameCode,
    '/package.js': () =>
      `window.package = { templates: ${program.templates}, configs: ${JSON.stringify(program.configs)} };`,
  };

  const serveFile = (route: Route, file: string): Promise<void> =>
    existsSync(file)
      ? route.fulfill({ body: readFileSync(file), contentType: typeOf(file) })
      : route.fulfill({ status: 404, body: '' });

  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === ORIGIN) {
      const make = made[url.pathname];
      if (make) return route.fulfill({ body: make(), contentType: typeOf(url.pathname) });
      const [, place = '', ...rest] = url.pathname.split('/');
      const name = decodeURIComponent(rest.join('/'));
      if (place === 'package')
        return serveFile(route, path.join(program.dist, path.posix.normalize(`/${name}`)));
      if (place === 'file') return serveFile(route, files.locate(name));
      return route.fulfill({ status: 404, body: '' });
    }
    const base = hosts[url.origin];
    if (!base) return route.abort('blockedbyclient');
    const answer = await fetch(new URL(url.pathname + url.search, base), {
      headers: { referer: 'https://servicewechat.com/' },
    });
    return route.fulfill({
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? 'application/octet-stream',
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}
