import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { eventually } from '../driver/finder';
import { launch, type WeappDriver } from '../driver/weapp';
import { exceeded } from '../limits';

const API = 'https://api.fixture.example';
/** Of a page of the fixture; a soundly made one stays far below. */
const MOST = { largestSetDataBytes: 64 * 1024, setDataPerSecond: 10, nodes: 1000, depth: 30, children: 60 };
const TITLE_COLOUR = 'rgb(31, 111, 92)';

/** What a server of the fixture says, on a free port of this machine. */
export async function startFixtureServer(): Promise<{ address: string; stop(): void }> {
  const server: Server = createServer((_, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ text: 'Hello from the server' })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Everything the fixture can do, with what a journey should look at besides the words. Throws at the first fault. */
async function walk(app: WeappDriver): Promise<void> {
  const soon = { timeoutMs: 2_500 };
  await app.see('Hello from the fixture', soon);
  if ((await app.read('.title', 'color')) !== TITLE_COLOUR) throw new Error('the title has lost its colour');
  await app.type('Your name', 'Wu');
  await app.tap('Greet', soon);
  await app.see('Hello Wu', soon);
  await app.tap('Ask the server', soon);
  await app.see('Hello from the server', soon);
  await app.see('the lazy part', soon);
  await app.tap('Draw', soon);
  // The first drawing loads the drawing library.
  await app.see('drawn 200 by 120');
  await eventually(
    () => 'the animation was not carried out',
    async () => ((await app.read('#mover', 'width')) === '80px' ? true : undefined),
    soon.timeoutMs,
  );
  await app.drag('box', { x: 50 });
  await app.see('moved to 50', soon);
  await app.tap('Fetch words', soon);
  await app.see('Hello from the extra package', soon);
  await app.setNetwork('offline');
  await app.tap('Ask the server', soon);
  await app.see('no connection', soon);
  await app.setNetwork('normal');
  app.setPermission('scope.camera', false);
  await app.tap('Take a photo', soon);
  await app.see('camera refused', soon);
  app.setPermission('scope.camera', true);
  await app.choosePhotos([path.join(import.meta.dirname, '../../fixtures/mini/assets/dot.png')]);
  await app.tap('Take a photo', soon);
  await app.see('photo of 1', soon);
  await app.tap('Go to the detail', soon);
  await app.see('Detail 7', soon);
  await app.goBack();
  await app.see('Hello Wu', soon);
  await app.restart();
  await app.see('the photo is kept', soon);
}

/**
 * In a browser of its own: one that ends takes no other walk with it. Throws with all that is known of the app: what ends
 * a walk may be no more than what comes of the fault, a page that never rests cannot be tapped.
 */
export async function walkFixture(dist: string, server: string): Promise<void> {
  const app = await launch({ dist, hosts: { [API]: server } });
  try {
    const ended = await walk(app).then(
      () => [],
      (error: unknown) => [error instanceof Error ? error.message : String(error)],
    );
    const faults = [...ended, ...app.problems(), ...exceeded(app.report(), MOST)];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await app.close();
  }
}
