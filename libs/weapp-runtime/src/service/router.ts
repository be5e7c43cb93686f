import type { Fields } from '../protocol';
import { closeAcks } from './acks';
import { ApiFailure, invoke, invokeSync, note, stringify } from './bridge';
import type { EventChannel } from './event-channel';
import { resolvePath } from './modules';
import { PageInstance } from './page';
import { getConfig, loadPage, toDefinition } from './registry';
import { check } from './wx/api';

const STACK_LIMIT = 10;

interface Place {
  path: string;
  query: Fields;
}

let lastWebviewId = 0;
let stack: PageInstance[] = [];
/** Tab pages live on while another tab is shown. */
const tabPages = new Map<string, PageInstance>();
/** Being opened: their view already speaks, and they are not yet on the stack. */
const openingPages = new Set<PageInstance>();

export const getCurrentPages = (): PageInstance[] => [...stack];
export const topPage = (): PageInstance | undefined => stack.at(-1);
export const findPage = (webviewId: number): PageInstance | undefined =>
  [...stack, ...tabPages.values(), ...openingPages].find((page) => page.webviewId === webviewId);

const known = (): { pages: string[]; tabs: string[] } =>
  invokeSync('host.pages') as unknown as { pages: string[]; tabs: string[] };

/** Values of the query stay as they were written: the platform does not decode them for onLoad. */
function parseUrl(url: unknown): Place {
  check({ url }, { url: 'String' });
  const [rawPath = '', rawQuery = ''] = String(url).split('?');
  const path = resolvePath(stack.at(-1)?.route ?? '', rawPath).replace(/\.html$/, '');
  if (!known().pages.includes(path)) throw new ApiFailure(`page "${path}" is not found`);
  const pairs = rawQuery.split('&').filter((pair) => pair !== '');
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, value.join('=')];
    }),
  );
  return { path, query };
}

const isTab = (path: string): boolean => known().tabs.includes(path);

async function create({ path, query }: Place): Promise<PageInstance> {
  await invoke('host.loadPackage', { path });
  const used = loadPage(path);
  if (Object.keys(getConfig(path)).length === 0)
    throw new ApiFailure(
      `page "${path}" has not been registered yet: its file called neither Page nor Component`,
    );
  const page = new PageInstance(path, ++lastWebviewId, query);
  const opening = {
    webviewId: page.webviewId,
    path,
    page: toDefinition(path),
    components: used.map(toDefinition),
  };
  openingPages.add(page);
  await invoke('ui.openPage', opening as unknown as Fields);
  return page;
}

const enter = (page: PageInstance): void => {
  openingPages.delete(page);
  page.run('load', page.options);
  show(page);
};

const show = (page: PageInstance): void => {
  void invoke('ui.showPage', { webviewId: page.webviewId, path: page.route, depth: stack.length });
  page.run('show');
  void invoke('host.preload', { path: page.route });
};

/** Ends the page; its frame goes when the next page is drawn over it, so that the screen is never empty. */
const leave = (page: PageInstance): void => {
  tabPages.delete(page.route);
  page.run('unload');
  closeAcks(page.webviewId);
};

const discard = (pages: Iterable<PageInstance>): void => {
  for (const { webviewId } of pages) void invoke('ui.closePage', { webviewId });
};

let queue: Promise<unknown> = Promise.resolve();
/** One navigation at a time, in the order asked for. */
const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
  const turn = queue.then(run);
  queue = turn.catch(() => undefined);
  return turn;
};

export const navigateTo = (url: unknown, events: Fields = {}): Promise<EventChannel> =>
  inTurn(async () => {
    const place = parseUrl(url);
    if (isTab(place.path)) throw new ApiFailure('can not navigateTo a tabbar page');
    if (stack.length >= STACK_LIMIT) throw new ApiFailure('webview count limit exceed');
    const page = await create(place);
    const before = topPage();
    if (before?.route === page.route && stringify(before.options) === stringify(page.options))
      note({ kind: 'warning', text: `${page.route} was opened twice over itself` });
    for (const [name, listener] of Object.entries(events))
      if (typeof listener === 'function') page.channel.on(name, (...args) => void listener(...args));
    before?.run('hide');
    stack.push(page);
    enter(page);
    return page.channel;
  });

/** Moves away from all that is shown which have not ended. */
const underWay: string[] = [];

/** Asked for again before it has ended, a move opens a page over one that somebody may be using already. */
const onceInTurn = async (how: string, url: unknown, run: () => Promise<void>): Promise<void> => {
  const move = `${how} ${String(url)}`;
  if (underWay.includes(move)) note({ kind: 'warning', text: `${move} was asked for twice at once` });
  underWay.push(move);
  try {
    await inTurn(run);
  } finally {
    underWay.splice(underWay.indexOf(move), 1);
  }
};

export const redirectTo = (url: unknown): Promise<void> =>
  onceInTurn('redirectTo', url, async () => {
    const place = parseUrl(url);
    if (isTab(place.path)) throw new ApiFailure('can not redirectTo a tabbar page');
    const page = await create(place);
    const before = stack.pop();
    if (before) leave(before);
    stack.push(page);
    enter(page);
    if (before) discard([before]);
  });

export const navigateBack = (delta = 1): Promise<void> =>
  inTurn(async () => {
    if (stack.length <= 1) throw new ApiFailure('cannot navigate back at first page.');
    const closed = stack.splice(Math.max(1, stack.length - Math.max(1, delta)));
    for (const page of closed.reverse()) leave(page);
    const page = topPage();
    if (page) show(page);
    discard(closed);
  });

const questions = new WeakMap<PageInstance, string>();
/** What the person is asked before the way back from the page on top; undefined: nothing. */
export function askBeforeLeaving(question: string | undefined): void {
  const page = topPage();
  if (page && question !== undefined) questions.set(page, question);
  else if (page) questions.delete(page);
}

/** The person goes back, by the bar or by the phone. */
export async function goBack(): Promise<void> {
  const page = topPage();
  if (!page || stack.length <= 1) return;
  const content = questions.get(page);
  const texts = { title: '', showCancel: true, cancelText: '取消', confirmText: '确定' };
  if (content === undefined || (await invoke('showModal', { content, ...texts })).confirm === true)
    await navigateBack();
}

/** Resolves when every navigation so far has ended. */
export const navigated = (): Promise<unknown> => queue;

export const switchTab = (url: unknown): Promise<void> =>
  inTurn(async () => {
    const { path } = parseUrl(url);
    if (!isTab(path)) throw new ApiFailure('can not switch to no-tabBar page');
    if (topPage()?.route === path) return;
    const kept = tabPages.get(path);
    const page = kept ?? (await create({ path, query: {} }));
    const top = topPage();
    const closed = stack.filter((one) => tabPages.get(one.route) !== one).reverse();
    for (const one of closed) leave(one);
    if (top && top !== page && !closed.includes(top)) top.run('hide');
    stack = [page];
    tabPages.set(path, page);
    if (kept) show(page);
    else enter(page);
    discard(closed);
  });

export const reLaunch = (url: unknown): Promise<void> =>
  onceInTurn('reLaunch', url, async () => {
    const place = parseUrl(url);
    const page = await create(place);
    const closed = new Set([...stack.reverse(), ...tabPages.values()]);
    for (const old of closed) leave(old);
    stack = [page];
    if (isTab(page.route)) tabPages.set(page.route, page);
    enter(page);
    discard(closed);
  });
