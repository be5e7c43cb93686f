import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel';
import type { Fields, FromView, PageOpening, ToView } from '../protocol';
import { BASE_STYLE } from './base-style';
import { listenForGestures } from './gestures';
import { type Mirror, elementOf, openMirror } from './mirror';
import { defineParts } from './parts';
import { paintCanvas } from './parts/canvas';
import { tellOpened } from './parts/form';
import { setPagePath } from './parts/image';
import { setSurroundings } from './parts/surroundings';
import { replaceTyped } from './parts/text-field';
import { observe, unobserve } from './observe';
import { type Refreshing, listenForPull } from './pull-down';
import { answer } from './query';

/** The frame of one page: the engine, the page's tree, and nothing of the app's code. */
interface Shell {
  fromFrame(webviewId: number, message: FromView): void;
  noteFromFrame(kind: 'warning' | 'error', text: string): void;
  lack(name: string): void;
  sizeOf(path: string, size: { nodes: number; depth: number; children: number }): void;
}
declare global {
  interface Window {
    receive(message: ToView): void;
    openPage(opening: PageOpening, styles: string[], look: Fields): void;
  }
}

const shell = window.parent as unknown as Window & { shell: Shell };
const REACH_BOTTOM_DISTANCE = 50;
let mirror: Mirror | undefined;
/** Of a page that may be pulled down. */
let refreshing: Refreshing | undefined;
let webviewId = 0;
let pagePath = '';

const send = (message: FromView): void => shell.shell.fromFrame(webviewId, message);

addGlobalErrorListener((error) => {
  shell.shell.noteFromFrame(
    'error',
    error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
  );
  return false;
});
addGlobalWarningListener((text) => {
  // A list that has no data yet is drawn as empty by the platform, too, and without a word.
  if (!text.startsWith('The for-list data is neither Array nor Object, got type "undefined"'))
    shell.shell.noteFromFrame('warning', text);
  return false;
});
window.addEventListener('error', (event) => shell.shell.noteFromFrame('error', String(event.message)));

const addStyle = (css: string): void => {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
};

/** The largest tree so far: what the platform's limits are about. */
function measureTree(): void {
  const size = { nodes: 0, depth: 0, children: 0 };
  const visit = (element: Element, depth: number): void => {
    const isNode = '__wxElement' in element;
    const below = [...element.children].filter((child) => '__wxElement' in child);
    if (isNode) {
      size.nodes++;
      size.depth = Math.max(size.depth, depth);
      size.children = Math.max(size.children, below.length);
    }
    for (const child of element.children) visit(child, isNode ? depth + 1 : depth);
  };
  visit(document.body, 0);
  shell.shell.sizeOf(pagePath, size);
}

let measuring = false;
const measureSoon = (): void => {
  if (measuring) return;
  measuring = true;
  setTimeout(() => {
    measuring = false;
    measureTree();
  }, 100);
};

function listenForScroll(bottomDistance: number): void {
  let wasNear = false;
  document.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    send({ kind: 'scroll', scrollTop });
    const isNear = scrollHeight - scrollTop - clientHeight <= bottomDistance;
    if (isNear && !wasNear) send({ kind: 'reachBottom' });
    wasNear = isNear;
  });
}

/** A page that is not shown has no width; when it is shown again, nobody has turned the phone. */
function listenForTurns(): void {
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    const { innerWidth: windowWidth, innerHeight: windowHeight } = window;
    const isTurned = width > 0 && windowWidth > 0 && windowWidth !== width;
    if (windowWidth > 0) width = windowWidth;
    if (isTurned) send({ kind: 'resize', size: { windowWidth, windowHeight } });
  });
}

window.openPage = (opening, styles, look) => {
  ({ webviewId, path: pagePath } = opening);
  setPagePath(pagePath);
  setSurroundings({ send, lack: (name) => shell.shell.lack(name) });
  for (const css of [BASE_STYLE, ...styles]) addStyle(css);
  const tags = defineParts();
  listenForGestures();
  listenForScroll(Number(look.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE));
  if (look.enablePullDownRefresh === true) refreshing = listenForPull(() => send({ kind: 'pullDown' }));
  listenForTurns();
  mirror = openMirror(opening, tags, send);
  measureSoon();
  send({ kind: 'ready' });
};

function scrollTo({ top, selector, offsetTop, durationMs }: Extract<ToView, { kind: 'scrollTo' }>): void {
  const [node] = selector === '' || !mirror ? [] : mirror.select('page', selector);
  const element = node && elementOf(node);
  const wanted = element ? element.getBoundingClientRect().top + window.scrollY + offsetTop : top;
  window.scrollTo({ top: wanted, behavior: durationMs > 0 ? 'smooth' : 'instant' });
}

window.receive = (message) => {
  switch (message.kind) {
    case 'data':
      mirror?.setData(message.node, message.changes);
      send({ kind: 'ack', ack: message.ack });
      return measureSoon();
    case 'query':
      return send({
        kind: 'reply',
        id: message.id,
        results: message.requests.map((request) => mirror && answer(mirror, request)),
      });
    case 'trigger':
      return mirror?.trigger(message.node, message.name, message.detail, message.options);
    case 'scrollTo':
      return scrollTo(message);
    case 'refresh':
      return message.isRunning ? refreshing?.start() : refreshing?.stop();
    case 'canvas':
      return paintCanvas(message.canvas, message.picture);
    case 'typed':
      return replaceTyped(message.field, message.told, message.text, message.cursor);
    case 'opened':
      return tellOpened(message.button, message.type, message.detail);
    case 'observe':
      return (
        mirror && observe(mirror, message, (result) => send({ kind: 'intersection', id: message.id, result }))
      );
    case 'unobserve':
      return unobserve(message.id);
  }
};
