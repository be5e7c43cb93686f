import type { Page, Request } from 'playwright-core';
import type { Figures } from '../figures';
import type { Note } from '../protocol';

const MEASURE_PAUSE_MS = 200;

/** Writes down what the tab does: errors, requests, answered or not, and the largest tree of each page. */
export async function watchTab(tab: Page, figures: Figures): Promise<void> {
  tab.on('console', (message) => {
    if (message.type() !== 'error') return;
    figures.take({
      kind: 'console',
      level: 'error',
      text: `${message.text()} (${message.location().url})`,
    });
  });
  tab.on('framenavigated', (frame) => {
    if (frame === tab.mainFrame()) figures.show(new URL(frame.url()).pathname.replace(/^\//, ''));
  });
  tab.on('requestfinished', (request) => void noteRequest(request, figures));
  tab.on('requestfailed', (request) => void noteRequest(request, figures));
  // The browser's own event, since the driver's does not tell an error from a promise that nobody caught.
  const client = await tab.context().newCDPSession(tab);
  client.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    figures.take({
      kind: text.includes('in promise') ? 'rejection' : 'error',
      text: exception?.description ?? text,
    }),
  );
  await client.send('Runtime.enable');
  await tab.exposeBinding('noteSize', (_, size: Extract<Note, { kind: 'size' }>) => figures.take(size));
  await tab.addInitScript(watchTree, MEASURE_PAUSE_MS);
}

async function noteRequest(request: Request, figures: Figures): Promise<void> {
  // The tab may be gone before its last answer was read.
  const response = await request.response().catch(() => null);
  const ms = Math.max(0, Math.round(request.timing().responseEnd));
  figures.take({
    kind: 'request',
    url: request.url(),
    method: request.method(),
    status: response?.status() ?? 0,
    ms,
  });
}

/** Runs in the tab. */
function watchTree(pauseMs: number): void {
  const { noteSize } = window as unknown as { noteSize(size: object): Promise<void> };
  let waiting = false;
  const measure = (): void => {
    waiting = false;
    const size = { nodes: 0, depth: 0, children: 0 };
    const visit = (element: Element, depth: number): void => {
      size.nodes++;
      size.depth = Math.max(size.depth, depth);
      size.children = Math.max(size.children, element.children.length);
      for (const child of element.children) visit(child, depth + 1);
    };
    if (document.body) visit(document.body, 1);
    void noteSize({ kind: 'size', path: location.pathname.replace(/^\//, ''), ...size });
  };
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(measure, pauseMs);
  }).observe(document, { childList: true, subtree: true });
}
