import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type H5Driver, launchH5 } from './h5';

const HTML = `<!doctype html><meta charset="utf-8"><body><main><p id="words">Hello</p></main>
<script>
  const act = (label, run) => {
    const button = document.createElement('button');
    button.textContent = label;
    button.onclick = run;
    document.body.append(button);
  };
  act('Throw', () => { throw new Error('thrown'); });
  act('Reject', () => { Promise.reject(new Error('rejected')); });
  act('Complain', () => console.error('complained'));
  act('Ask', () => fetch('/api/ask').then((r) => r.text()).then((t) => { words.textContent = t; }));
  act('Grow', () => { for (let i = 0; i < 100; i++) words.append(document.createElement('i')); });
</script>`;

let server: Server;
let app: H5Driver;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'h5-'));
  writeFileSync(path.join(dir, 'index.html'), HTML.replace('Hello', 'Hello from the files'));
  server = createServer(({ url }, answer) => {
    if (url === '/api/ask') return void answer.end('answered');
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  app = await launchH5({ address, path: '/some/page', documentDir: dir });
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
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { pages, requests } = app.report();
    expect(requests).toContainEqual({
      url: expect.stringMatching(/\/api\/ask$/),
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
