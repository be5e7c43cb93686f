import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type H5Driver,
  launch,
  launchH5,
  startBrowser,
  type Memory,
  type Report,
  type WeappDriver,
} from '@wuhao/weapp-runtime';
import type { Journey, World } from '../journeys/journey';
import { createPeople } from '../journeys/people';
import { type RunningServer, startServer } from '../server';
import { overFloor } from './budget';
import { Door } from './door';
import { readJourney } from './list';
import { lookAt, PICTURES } from './look';
import { narrated } from './narrated';

const TARGETS = ['h5', 'weapp'] as const;
export type Target = (typeof TARGETS)[number];

/** The one that is wished for, both without a wish. */
export function targetsOf(wish?: string): Target[] {
  const targets = TARGETS.filter((one) => wish === undefined || one === wish);
  if (targets.length === 0) throw new Error(`no target "${wish}"; there are ${TARGETS.join(' and ')}`);
  return targets;
}

const CLIENT = path.resolve(import.meta.dirname, '../../../../dist/client');
/** Built into the mini-program; the run maps it to where the server really listens. */
const API = 'https://api.wuhao.example';

export interface Played {
  name: string;
  target: Target;
  ms: number;
  report: Report;
  /** Not measured of an app in which something failed: it may not answer any more. */
  memory: Memory | null;
  /** All that is known of the place of a failure; null when the journey passed. */
  failure: string | null;
}

export interface Opened {
  app: H5Driver | WeappDriver;
  world: World;
  leave(): Promise<void>;
}

/** Several times what the longest takes on a machine that does ten other things. */
export const JOURNEY_MS = 360_000;
/** What takes so long is slow because of the machine, or does not come. */
const PATIENCE_MS = 60_000;
const MEMORY_MS = 90_000;

/** Where journeys are played: one browser and one server for all, and for each phone a door of its own to the server. */
export class Stage {
  private browser: ReturnType<typeof startBrowser> | undefined;
  private server: Promise<RunningServer> | undefined;

  /** A phone that nobody has used, on its log-in page. */
  async open(
    target: Target,
    seed: number,
    { losesServer }: Pick<Journey, 'losesServer'> = {},
  ): Promise<Opened> {
    const browser = await (this.browser ??= startBrowser());
    const server = await (this.server ??= startServer());
    const door = await Door.before(server.address);
    const { address } = door;
    const shared = { browser, patienceMs: PATIENCE_MS };
    const document = losesServer && { dir: path.join(CLIENT, 'h5'), api: '/api/' };
    try {
      const app =
        target === 'h5'
          ? await launchH5({ address, document, ...shared })
          : await launch({ dist: path.join(CLIENT, 'weapp'), hosts: { [API]: address }, ...shared });
      const look: World['look'] = (moment) => lookAt(app, moment);
      return {
        app,
        world: { ...createPeople(seed, server.address), door, look },
        leave: async () => {
          await app.close();
          await door.shut();
        },
      };
    } catch (error) {
      await door.shut();
      throw error;
    }
  }

  /** Throws only when there was no app to play on. */
  async play(target: Target, name: string, seed: number): Promise<Played> {
    await pastMidnight();
    const journey = await readJourney(name);
    const startedAt = Date.now();
    const { app, world, leave } = await this.open(target, seed, journey);
    const where = `${name} on ${target}, seed ${seed}`;
    const steps: string[] = [];
    try {
      const thrown = await within(JOURNEY_MS, journey.run(narrated(app, steps), world));
      await app.settle();
      const report = app.report();
      let fault = thrown ?? faultsOf(target, report);
      let memory: Memory | null = null;
      fault ??= await within(
        MEMORY_MS,
        app.memory().then((measured) => void (memory = measured)),
      );
      return {
        ...{ name, target, ms: Date.now() - startedAt, report, memory },
        failure: fault === undefined ? null : await tellFailure(`${where}: ${fault}`, steps, app),
      };
    } finally {
      await leave();
    }
  }

  async close(): Promise<void> {
    await (await this.browser)?.close();
    // A server that did not start has failed each journey that needed it.
    await (await this.server?.catch(() => undefined))?.remove();
  }
}

const DAY_MS = 24 * 3600 * 1000;
const SHANGHAI_MS = 8 * 3600 * 1000;
/** Longer than from a rating to the question how many there were today. */
const BEFORE_MIDNIGHT_MS = 120_000;

/** What is done "today" must be asked for on the same day of the students. */
async function pastMidnight(): Promise<void> {
  const leftMs = DAY_MS - ((Date.now() + SHANGHAI_MS) % DAY_MS);
  if (leftMs < BEFORE_MIDNIGHT_MS) await delay(leftMs);
}

/** What went wrong, undefined if nothing did. An app that hangs must not hang all others. */
export async function within(ms: number, work: Promise<void>): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`it is not over after ${ms / 1000} s`), ms);
  });
  const fault = await Promise.race([work.then(() => undefined, toMessage), late]);
  clearTimeout(timer);
  return fault;
}

const LAST_STEPS = 8;

const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a clean run has none of; the limits are those of the mini-program. */
export function faultsOf(target: Target, report: Report): string | undefined {
  const faults = [...report.problems, ...(target === 'weapp' ? overFloor(report) : [])];
  return faults.length > 0 ? faults.join('\n') : undefined;
}

async function tellFailure(what: string, steps: string[], app: H5Driver | WeappDriver): Promise<string> {
  const where = what.split(':')[0] ?? '';
  const picture = path.join(PICTURES, `failed-${where.replace(/\W+/g, '-')}.png`);
  const shot = await app.screenshot(picture).then(
    () => picture,
    () => 'none',
  );
  const text = await app.text().catch(() => '');
  return [
    what,
    `last steps (${steps.length} in all):`,
    ...steps.slice(-LAST_STEPS).map((step) => `  ${step}`),
    `picture: ${shot}`,
    `page: ${text}`,
  ].join('\n');
}
