import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startBrowser } from '../browser';
import { BROKEN_BUILDS } from './broken-builds';
import { startFixtureServer, walkFixture } from './fixture-journey';

const FIXTURE = path.join(import.meta.dirname, '../../fixtures/mini');

export interface Catch {
  name: string;
  /** The first line of what was found; null when the broken build passed. */
  by: string | null;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

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
    const results: Catch[] = [];
    for (const { name, plant } of BROKEN_BUILDS.filter(
      (one) => only.length === 0 || only.includes(one.name),
    )) {
      const dir = mkdtempSync(path.join(os.tmpdir(), 'weapp-broken-'));
      cpSync(FIXTURE, dir, { recursive: true });
      plant(dir);
      const result = { name, by: await walk(dir) };
      rmSync(dir, { recursive: true, force: true });
      results.push(result);
      listen(result);
    }
    return { sound, results };
  } finally {
    await browser.close();
    server.stop();
  }
}
