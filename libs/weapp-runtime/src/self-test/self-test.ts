import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startBrowser } from '../browser';
import { BROKEN_BUILDS, type BrokenBuild } from './broken-builds';
import { startFixtureServer, walkFixture } from './fixture-journey';

/** Each is a phone of its own; more would only slow each other down. */
const AT_ONCE = 2;
const FIXTURE = path.join(import.meta.dirname, '../../fixtures/mini');

export interface Catch {
  name: string;
  /** The first line of what was found; null when the broken build passed. */
  by: string | null;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

async function walkBroken(
  { plant }: BrokenBuild,
  walk: (dist: string) => Promise<string | null>,
): Promise<string | null> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'weapp-broken-'));
  try {
    cpSync(FIXTURE, dir, { recursive: true });
    plant(dir);
    return await walk(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * Walks the fixture as it is, then copies of it that are broken on purpose. A harness that lets one of them pass
 * proves nothing. `only` limits it to some, by name.
 */
export async function selfTest(
  listen: (result: Catch) => void,
  only: string[] = [],
): Promise<{ sound: string | null; results: Catch[] }> {
  const server = await startFixtureServer();
  const browser = await startBrowser();
  const walk = async (dist: string): Promise<string | null> =>
    walkFixture(dist, server.address, browser).then(
      () => null,
      (error: unknown) => firstLine(error),
    );
  try {
    const sound = await walk(FIXTURE);
    const planned = BROKEN_BUILDS.filter((one) => only.length === 0 || only.includes(one.name));
    const results = new Map<string, Catch>();
    const left = [...planned];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) {
        const result = { name: next.name, by: await walkBroken(next, walk) };
        results.set(next.name, result);
        listen(result);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { sound, results: planned.flatMap(({ name }) => results.get(name) ?? []) };
  } finally {
    await browser.close();
    server.stop();
  }
}
