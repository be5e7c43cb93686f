import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { eventually } from './finder';
import { type H5Driver, launchH5 } from './h5';

const HTML = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><body><main><p id="words">Hello</p></main>
<div aria-label="pad" id="pad" style="width:200px;height:200px;background:#ddd;touch-action:none"></div>
<script>
  const act = (label, run) => {
    const button = document.createElement('button');
    button.textContent = label;
    button.onclick = run;
    document.body.append(button);
  };
  const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  let first, last, taps = 0;
  pad.ontouchstart = (event) => { first = [...event.touches]; last = first; first.at = Date.now(); };
  pad.ontouchmove = (event) => { last = [...event.touches]; };
  pad.ontouchend = () => {
    if (first.length === 2) return (words.textContent = 'pinched ' + (spread(last) / spread(first)).toFixed(1).replace('.0', ''));
    const [dx, dy] = [last[0].clientX - first[0].clientX, last[0].clientY - first[0].clientY].map(Math.round);
    if (dx || dy) words.textContent = 'moved ' + dx + ' ' + dy;
    else if (Date.now() - first.at > 500) words.textContent = 'held';
    else if (++taps === 2) words.textContent = 'double tap';
  };
  document.addEventListener('visibilitychange', () => { words.textContent = document.visibilityState; });
  act('Keep', () => localStorage.setItem('kept', 'for later'));
  act('Throw', () => { throw new Error('thrown'); });
  act('Reject', () => { Promise.reject(new Error('rejected')); });
  act('Complain', () => console.error('complained'));
  act('Ask', () => fetch('/ask/words').then((r) => r.text()).then((t) => { words.textContent = t; }));
  act('Fetch', () => {
    words.textContent = 'asking';
    const from = Date.now();
    fetch('/ask/big').then((r) => r.text()).then(
      () => { words.textContent = 'took ' + Math.floor((Date.now() - from) / 100); },
      () => { words.textContent = 'failed'; },
    );
  });
  act('Choose', () => {
    const input = document.createElement('input');
    input.type = 'file';
    for (const what of ['change', 'cancel'])
      input.addEventListener(what, () => { words.textContent = what + ' ' + input.files.length; });
    document.body.append(input);
    input.click();
  });
  act('Camera', async () => {
    words.textContent = 'camera ' + (await navigator.permissions.query({ name: 'camera' })).state;
  });
  act('Grow', () => { for (let i = 0; i < 100; i++) words.append(document.createElement('i')); });
</script>`;

let server: Server;
let app: H5Driver;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'h5-'));
  writeFileSync(path.join(dir, 'index.html'), HTML.replace('Hello', 'Hello from the files'));
  server = createServer(({ url }, answer) => {
    if (url === '/ask/words') return void answer.end('answered');
    if (url === '/ask/big') return void answer.end('x'.repeat(40_000));
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  app = await launchH5({ address, path: '/some/page', document: { dir, api: '/ask/' } });
}, 30_000);
afterAll(async () => {
  await app?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('the figures of a tab', () => {
  it('tells an error, a promise that nobody caught and a complaint apart', async () => {
    for (const label of ['Throw', 'Reject', 'Complain']) await app.tap(label);
    await app.see('Hello');
    expect(app.problems()).toEqual([
      expect.stringContaining('error: Error: thrown'),
      expect.stringContaining('unhandled rejection: Error: rejected'),
      expect.stringContaining('console.error: complained'),
    ]);
    app.forgive(/thrown|rejected|complained/);
  });

  it('counts requests with their time, and the largest tree of each page', async () => {
    await app.tap('Ask');
    await app.see('answered');
    await app.tap('Grow');
    await app.settle();
    const { pages, requests } = app.report();
    expect(requests).toContainEqual({
      url: expect.stringMatching(/\/ask\/words$/),
      method: 'GET',
      status: 200,
      ms: expect.any(Number),
    });
    expect(pages['some/page']).toMatchObject({ children: 100, depth: 4 });
    expect(pages['some/page']?.nodes).toBeGreaterThan(100);
  });

  it('measures what the page holds', async () => {
    const { logicHeapBytes, viewHeapBytes, viewNodes } = await app.memory();
    expect(logicHeapBytes).toBeNull();
    expect(viewHeapBytes).toBeGreaterThan(100_000);
    expect(viewNodes).toBeGreaterThan(100);
  });
});

describe('the network', () => {
  const seconds = async (): Promise<number> => {
    await app.tap('Fetch');
    await app.see('took');
    return Number(/took (\d+)/.exec(await app.text())?.[1]) / 10;
  };

  /** Once at least: a slow network never is, and a busy machine is not always slow. */
  const isFast = (): Promise<unknown> =>
    eventually(
      () => 'each time it took more than a second',
      async () => ((await seconds()) < 1 ? true : undefined),
    );

  it('is as slow as on the mini-program, by the same words, also in a new tab', async () => {
    await isFast();
    await app.setNetwork('slow');
    expect(await seconds()).toBeGreaterThan(1);
    await app.restart();
    expect(await seconds()).toBeGreaterThan(1);
    await app.setNetwork('offline');
    await app.tap('Fetch');
    await app.see('failed');
    await app.setNetwork('normal');
    await isFast();
    app.forgive(/ERR_INTERNET_DISCONNECTED/);
  });
});

describe('fingers', () => {
  it('touch as one and as two', async () => {
    await app.restart();
    await app.doubleTap('pad');
    await app.see('double tap');
    await app.longPress('pad');
    await app.see('held');
    await app.drag('pad', { x: 30, y: 10 });
    await app.see('moved 30 10');
    await app.swipe('left', 'pad');
    await app.see('moved -160 0');
    await app.pinch('pad', 2);
    await app.see('pinched 2');
    await app.pinch('pad', 0.5);
    await app.see('pinched 0.5');
    expect(app.problems()).toEqual([]);
  });
});

it('does not swipe over what is not there', async () => {
  const impatient = await launchH5({ address: app.page.url(), path: '', patienceMs: 200 });
  try {
    await expect(impatient.swipe('left', 'no such pad')).rejects.toThrow('bears the label "no such pad"');
  } finally {
    await impatient.close();
  }
});

it('goes to another page, to the background and back, and shows what is kept on the device', async () => {
  await app.open('another/page?id=1');
  expect(await app.currentPath()).toBe('another/page');
  await app.background();
  await app.see('hidden');
  await app.foreground();
  await app.see('visible');
  await app.tap('Keep');
  expect(await app.stored()).toEqual({ kept: 'for later' });
});

describe('what the person says to the app', () => {
  it('takes pictures from a chooser, or closes it, before and after it opens', async () => {
    await app.choosePhotos([path.join(dir, 'index.html')]);
    await app.tap('Choose');
    await app.see('change 1');
    await app.choosePhotos(null);
    await app.tap('Choose');
    await app.see('cancel 0');
    await app.tap('Choose');
    await app.choosePhotos([path.join(dir, 'index.html')]);
    await app.see('change 1');
  });

  it('refuses and allows the camera, and stays with it in the next tab', async () => {
    await app.tap('Camera');
    await app.see('camera prompt');
    await app.setCamera(false);
    await app.tap('Camera');
    await app.see('camera denied');
    await app.restart();
    await app.tap('Camera');
    await app.see('camera denied');
    await app.setCamera(true);
    await app.tap('Camera');
    await app.see('camera granted');
  });
});

describe('a document that something else serves', () => {
  it('comes also while the address is dead, and does not without a network', async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await app.restart();
    await app.see('Hello from the files');
    await app.setNetwork({ online: false });
    await expect(app.restart()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });
});
