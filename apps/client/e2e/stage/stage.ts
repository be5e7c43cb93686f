import path from 'node:path';
import {
  exceeded,
  type H5Driver,
  type H5Options,
  launch,
  launchH5,
  startBrowser,
  type Memory,
  type Report,
  type WeappDriver,
} from '@wuhao/weapp-runtime';
import type { World } from '../journeys/journey';
import { createWorld } from '../journeys/world';
import { prepareData, type PreparedData, type RunningServer, startServer } from '../server';
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
}

/** Where journeys are played: one browser for all, one server for those that leave it running. */
export class Stage {
  private browser: ReturnType<typeof startBrowser> | undefined;
  private prepared: Promise<PreparedData> | undefined;
  private shared: Promise<RunningServer> | undefined;

  /** A phone that nobody has used, on its log-in page, with a server that all share. */
  async open(target: Target, seed: number): Promise<Opened> {
    return this.openWith(await (this.shared ??= this.startServer()), target, seed, {});
  }

  /** Throws only when there was no app to play on. */
  async play(target: Target, name: string, seed: number): Promise<Played> {
    const startedAt = Date.now();
    const where = `${name} on ${target}, seed ${seed}`;
    const journey = await readJourney(name);
    const own = journey.ownServer ? await this.startServer() : undefined;
    const steps: string[] = [];
    let opened: Opened | undefined;
    try {
      // Where the API dies the app itself is still to be had, as from a CDN.
      opened = own
        ? await this.openWith(own, target, seed, { document: { dir: path.join(CLIENT, 'h5'), api: '/api/' } })
        : await this.open(target, seed);
      const { app, world } = opened;
      const thrown = await journey.run(narrated(app, steps), world).then(() => undefined, toMessage);
      await app.settle();
      const report = app.report();
      const fault = thrown ?? faultsOf(target, report);
      return {
        ...{ name, target, ms: Date.now() - startedAt, report },
        memory: fault === undefined ? await app.memory() : null,
        failure: fault === undefined ? null : await tellFailure(`${where}: ${fault}`, steps, app),
      };
    } finally {
      await opened?.app.close();
      await own?.remove();
    }
  }

  private async openWith(
    server: RunningServer,
    target: Target,
    seed: number,
    h5: Pick<H5Options, 'document'>,
  ): Promise<Opened> {
    const browser = await (this.browser ??= startBrowser());
    const { address } = server;
    const app =
      target === 'h5'
        ? await launchH5({ address, browser, ...h5 })
        : await launch({ dist: path.join(CLIENT, 'weapp'), hosts: { [API]: address }, browser });
    return { app, world: createWorld(seed, server, (moment) => lookAt(app, moment)) };
  }

  private async startServer(): Promise<RunningServer> {
    return startServer(await (this.prepared ??= prepareData()));
  }

  async close(): Promise<void> {
    await (await this.browser)?.close();
    // A server that did not start has failed each journey that needed it.
    await (await this.shared?.catch(() => undefined))?.remove();
    (await this.prepared?.catch(() => undefined))?.remove();
  }
}

const LAST_STEPS = 8;

const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a clean run has none of; the limits are those of the mini-program. */
export function faultsOf(target: Target, report: Report): string | undefined {
  const faults = [...report.problems, ...(target === 'weapp' ? exceeded(report) : [])];
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
