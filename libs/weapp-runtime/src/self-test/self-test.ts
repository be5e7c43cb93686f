import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkBuild } from '../check/check-build';
import { inOneLine } from '../check/finding';
import { type BrokenBuild, edit } from './broken-builds';
import { startFixtureServer, walkFixture } from './fixture-journey';

/** Each is a phone of its own; more would only slow each other down. */
const AT_ONCE = 2;
const FIXTURE = path.join(import.meta.dirname, '../../fixtures/mini');

export interface Verdict {
  name: string;
  caught: boolean;
  /** What caught it, of all that was said. */
  by: string;
  /** All that was said of the build; empty when it passed. */
  said: string;
}

/** The end of the tools says nothing of the build, however much it reads like an error. */
const TOOLS_ENDED = /(Target page, context or browser has been closed|Target crashed|browser disconnected)/i;

/** Caught is what was found for the right reason. */
export function judge({ name, by }: Pick<BrokenBuild, 'name' | 'by'>, said: string): Verdict {
  const line = TOOLS_ENDED.test(said) ? undefined : by.exec(said)?.[0];
  return { name, caught: line !== undefined, by: line ?? '', said };
}

const findingsOf = (dist: string): string => checkBuild(dist).findings.map(inOneLine).join('\n');

type Walk = (dist: string) => Promise<string>;

/** Of the fixture's files, those of the specs: they do on purpose what no app may. */
const OF_SPECS = /\/(pages\/bench\.\w+|escapes\.js|mini\/words)$/;

function copyFixture(dir: string): void {
  cpSync(FIXTURE, dir, { recursive: true, filter: (file) => !OF_SPECS.test(file) });
  edit(dir, 'app.json', '"pages/bench", ', '');
}

async function inCopy<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'weapp-broken-'));
  try {
    copyFixture(dir);
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What shows in the files needs no walk. */
const tryBroken = (build: BrokenBuild, walk: Walk): Promise<Verdict> =>
  inCopy(async (dir) => {
    build.plant(dir);
    const checked = judge(build, findingsOf(dir));
    return checked.caught ? checked : judge(build, await walk(dir));
  });

/**
 * Checks and walks the fixture as it is, then copies of it that are broken on purpose, then the sound one again: it is
 * the same machine that has to find faults and to find none. A harness that lets a broken one pass proves nothing.
 */
export async function selfTest(
  builds: BrokenBuild[],
  listen: (verdict: Verdict) => void,
): Promise<{ sound: string; verdicts: Verdict[] }> {
  const server = await startFixtureServer();
  const walk: Walk = (dist) =>
    walkFixture(dist, server.address).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  const trySound = (): Promise<string> => inCopy(async (dir) => findingsOf(dir) || walk(dir));
  try {
    const before = await trySound();
    const verdicts: Verdict[] = [];
    const left = [...builds];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) {
        const verdict = await tryBroken(next, walk);
        verdicts.push(verdict);
        listen(verdict);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { sound: before || (await trySound()), verdicts };
  } finally {
    server.stop();
  }
}
