import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The first is Chromium without windows of its own: no process draws what nobody sees. */
const PROGRAMS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** Path of the system's Chromium: CHROME_PATH, or the first that PATH leads to. Throws when there is none. */
export function findBrowser(): string {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const dirs = (process.env.PATH ?? '').split(path.delimiter);
  const found = PROGRAMS.flatMap((name) => dirs.map((dir) => path.join(dir, name))).find((file) =>
    existsSync(file),
  );
  if (!found)
    throw new Error(
      'Chromium is missing: apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk',
    );
  return found;
}

/** Starts Chromium without its services of its own accord; the run must touch nothing but loopback. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...[
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
      ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--lang=zh-CN'],
    ],
  });
}
