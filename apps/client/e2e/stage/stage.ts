import path from 'node:path';
import {
  exceeded,
  type H5Driver,
  launch,
  launchH5,
  startBrowser,
  type Memory,
  type Report,
  type WeappDriver,
} from '@wuhao/weapp-runtime';
import type { Journey } from '../journeys/journey';
import { createWorld } from '../journeys/world';
import { type RunningServer, startServer } from '../server';
import { readJourney } from './list';
import { lookAt, PICTURES } from './look';
import { narrated } from './narrated';

export const TARGETS = ['h5', 'weapp'] as const;
export type Target = (typeof TARGETS)[number];

const CLIENT = path.resolve(import.meta.dirname, '../../../../dist/client');
/** Built into the mini-program; the run maps it to where the server really listens. */
const API = 'https://api.wuhao.example';

export interface Played {
  name: string;
  target: Target;
  ms: number;
  report: Report;
  memory: Memory;
}

/** Where journeys are played: one browser for all, one server for those that leave it running. */
export class Stage {
  private browser: ReturnType<typeof startBrowser> | undefined;
  private shared: Promise<RunningServer> | undefined;

  /** Throws with all that is known of the place of a failure. */
  async play(target: Target, name: string, seed: number): Promise<Played> {
    const startedAt = Date.now();
    const journey = await readJourney(name);
    const server = await (journey.ownServer ? startServer() : (this.shared ??= startServer()));
    const steps: string[] = [];
    let app: H5Driver | WeappDriver | undefined;
    try {
      const driver = (app = await this.openApp(target, server, journey));
      const world = createWorld(seed, server, (moment) => lookAt(driver, moment));
      await journey.run(narrated(driver, steps), world);
      const report = driver.report();
      const faults = [...report.problems, ...(target === 'weapp' ? exceeded(report) : [])];
      if (faults.length > 0) throw new Error(faults.join('\n'));
      return { name, target, ms: Date.now() - startedAt, report, memory: await driver.memory() };
    } catch (error) {
      throw await toFailure(error, `${name} on ${target}, seed ${seed}`, steps, app);
    } finally {
      await app?.close();
      if (journey.ownServer) await server.remove();
    }
  }

  private async openApp(
    target: Target,
    { address }: RunningServer,
    { ownServer }: Journey,
  ): Promise<H5Driver | WeappDriver> {
    const browser = await (this.browser ??= startBrowser());
    return target === 'h5'
      ? // Where the API dies the app itself is still to be had, as from a CDN.
        launchH5({ address, browser, ...(ownServer ? { documentDir: path.join(CLIENT, 'h5') } : {}) })
      : launch({ dist: path.join(CLIENT, 'weapp'), hosts: { [API]: address }, browser });
  }

  async close(): Promise<void> {
    await (await this.browser)?.close();
    await (await this.shared)?.remove();
  }
}

const LAST_STEPS = 8;

async function toFailure(
  error: unknown,
  where: string,
  steps: string[],
  app: H5Driver | WeappDriver | undefined,
): Promise<Error> {
  const picture = path.join(PICTURES, `failed-${where.replace(/\W+/g, '-')}.png`);
  const shot = await app?.screenshot(picture).then(
    () => picture,
    () => 'none',
  );
  const text = await app?.text().catch(() => '');
  const message = error instanceof Error ? error.message : String(error);
  return new Error(
    [
      `${where}: ${message}`,
      `last steps (${steps.length} in all):`,
      ...steps.slice(-LAST_STEPS).map((step) => `  ${step}`),
      `picture: ${shot ?? 'none'}`,
      `page: ${text ?? ''}`,
    ].join('\n'),
    { cause: error },
  );
}
