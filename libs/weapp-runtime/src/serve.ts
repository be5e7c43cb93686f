import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, Route } from 'playwright-core';
import { frameCode, shellCode } from './build/bundles';
import type { MiniProgram } from './build/mini-program';
import type { FileStore } from './native/files';
import { MOST_REDIRECTS, isRedirect } from './native/redirects';
import { Line, pause } from './native/throttle';
import type { NetworkConditions } from './network-conditions';

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
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no">';

const typeOf = (file: string): string =>
  TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';

export interface ViewSources {
  program: MiniProgram;
  files: FileStore;
  hosts: Record<string, string>;
  conditions(): NetworkConditions;
  /** Is this file of the package on the phone yet? */
  hasCome(file: string): boolean;
  /** A picture or file that the view asked for and did not get. */
  lost(address: string, why: string): void;
}

interface Served {
  status?: number;
  body: string | Buffer;
  contentType?: string;
}

const read = (file: string): Served =>
  existsSync(file) ? { body: readFileSync(file), contentType: typeOf(file) } : { status: 404, body: '' };

/** Everything the view loads comes from here: the shell, the frames, the package's and the phone's files, mapped hosts. */
export async function serveView(page: Page, sources: ViewSources): Promise<void> {
  const { program, files, hosts, conditions, lost } = sources;
  const made: Record<string, () => string> = {
    '/shell.html': () => `${HEAD}<body><script src="/shell.js"></script>`,
    '/frame.html': () => `${HEAD}<body><script src="/package.js"></script><script src="/frame.js"></script>`,
    '/shell.js': shellCode,
    '/frame.js': frameCode,
    '/package.js': () =>
      `window.package = { templates: ${program.templates}, configs: ${JSON.stringify(program.configs)} };`,
  };

  const own = ({ pathname }: URL): Served => {
    const make = made[pathname];
    if (make) return { body: make(), contentType: typeOf(pathname) };
    const [, place = '', ...rest] = pathname.split('/');
    const name = decodeURIComponent(rest.join('/'));
    if (place === 'package') {
      const file = path.posix.normalize(`/${name}`).slice(1);
      return sources.hasCome(file) ? read(path.join(program.dist, file)) : { status: 404, body: '' };
    }
    return place === 'file' ? read(files.locate(name)) : { status: 404, body: '' };
  };

  const line = new Line(() => conditions().bytesPerSecond);
  const fromHost = async (url: URL, steps = 0): Promise<Served> => {
    const base = hosts[url.origin];
    if (!base) throw new Error('not in domain list');
    await pause(conditions().latencyMs);
    if (!conditions().online) throw new Error('no network');
    const headers = { referer: 'https://servicewechat.com/' };
    const answer = await fetch(new URL(url.pathname + url.search, base), { headers, redirect: 'manual' });
    const location = answer.headers.get('location') ?? undefined;
    if (isRedirect(answer.status, location) && steps < MOST_REDIRECTS)
      return fromHost(new URL(location, url), steps + 1);
    const body = Buffer.from(await answer.arrayBuffer());
    await line.pass(body.length, new AbortController().signal);
    const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
    return { status: answer.status, contentType, body };
  };

  await page.route('**/*', async (route: Route) => {
    const address = route.request().url();
    const url = new URL(address);
    try {
      const served = url.origin === ORIGIN ? own(url) : await fromHost(url);
      if ((served.status ?? 200) >= 400 && url.pathname !== '/favicon.ico')
        lost(address, String(served.status));
      await route.fulfill(served);
    } catch (error) {
      lost(address, error instanceof Error ? error.message : String(error));
      // The page may be gone before its picture was.
      await route.abort('failed').catch(() => undefined);
    }
  });
}
