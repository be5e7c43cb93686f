import type { Fields, FromView, Outcome, PageOpening, ToView } from '../protocol';
import { drawChrome, type Chrome, type Theme } from './chrome';
import { overlayApis } from './overlays';

/** The phone around the pages: frames, bars, overlays. It draws; what happens next is decided by the logic. */
type FrameWindow = Window & {
  receive(message: ToView): void;
  openPage(opening: PageOpening, styles: string[], look: Fields): void;
};

interface Frame {
  element: HTMLIFrameElement;
  isOpen: boolean;
  /** Messages that came before the frame could take them. */
  early: ToView[];
}

/** What host and shell call of each other; text only. */
export interface ShellWindow {
  tellHost(text: string): Promise<void>;
  deliver(text: string): void;
  startShell(theme: Theme): void;
}
const global = window as unknown as ShellWindow;

const frames = new Map<number, Frame>();
let chrome: Chrome;

const tell = (message: Fields): void => void global.tellHost(JSON.stringify(message));

const deliverTo = (webviewId: number, message: ToView): void => {
  const frame = frames.get(webviewId);
  if (!frame) return;
  if (frame.isOpen) (frame.element.contentWindow as unknown as FrameWindow).receive(message);
  else frame.early.push(message);
};

function openPage({
  styles,
  window: look,
  ...opening
}: PageOpening & { styles: string[]; window: Fields }): Promise<Fields> {
  const element = document.createElement('iframe');
  element.src = '/frame.html';
  element.dataset.path = opening.path;
  element.dataset.webview = String(opening.webviewId);
  const frame: Frame = { element, isOpen: false, early: [] };
  frames.set(opening.webviewId, frame);
  chrome.place(element, opening.webviewId, opening.path, look);
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => {
      try {
        const inner = element.contentWindow as unknown as FrameWindow;
        // Handlers and timers of the page may already send while it is being opened.
        resolve({});
        inner.openPage(opening, styles, look);
        frame.isOpen = true;
        for (const message of frame.early.splice(0)) inner.receive(message);
      } catch (error) {
        reject(error as Error);
        shell.noteFromFrame('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
    });
  });
}

/** Into every page there is; a page that is opened later asks again, unless the app said `global`. */
async function loadFontFace({ family, source, desc, global: forAll }: Fields): Promise<Fields> {
  for (const { element } of frames.values()) {
    const { contentWindow, contentDocument } = element;
    if (!contentWindow || !contentDocument || (!forAll && !element.classList.contains('shown'))) continue;
    const Face = (contentWindow as unknown as { FontFace: typeof FontFace }).FontFace;
    const face = new Face(String(family), String(source), (desc ?? {}) as FontFaceDescriptors);
    contentDocument.fonts.add(await face.load());
  }
  return { status: 'loaded' };
}

const apis: Record<string, (params: Fields) => Promise<Fields> | Fields> = {
  ...overlayApis,
  'ui.openPage': (params) =>
    openPage(params as unknown as PageOpening & { styles: string[]; window: Fields }),
  'ui.showPage': ({ webviewId, path, depth }) => {
    for (const [id, { element }] of frames) element.classList.toggle('shown', id === webviewId);
    chrome.show(Number(webviewId), String(path), Number(depth));
    return {};
  },
  'ui.closePage': ({ webviewId }) => {
    frames.get(Number(webviewId))?.element.remove();
    frames.delete(Number(webviewId));
    return {};
  },
  setNavigationBarTitle: ({ webviewId, title }) => (
    chrome.setLook(Number(webviewId), { navigationBarTitleText: title }),
    {}
  ),
  setNavigationBarColor: ({ webviewId, frontColor, backgroundColor }) => (
    chrome.setLook(Number(webviewId), {
      navigationBarTextStyle: frontColor === '#000000' ? 'black' : 'white',
      navigationBarBackgroundColor: backgroundColor,
    }),
    {}
  ),
  showNavigationBarLoading: () => ({}),
  hideNavigationBarLoading: () => ({}),
  hideHomeButton: () => ({}),
  showTabBar: () => (chrome.showTabs(true), {}),
  hideTabBar: () => (chrome.showTabs(false), {}),
  setTabBarBadge: ({ index, text }) => (chrome.setBadge(Number(index), String(text)), {}),
  removeTabBarBadge: ({ index }) => (chrome.setBadge(Number(index), ''), {}),
  showTabBarRedDot: ({ index }) => (chrome.setBadge(Number(index), '•'), {}),
  hideTabBarRedDot: ({ index }) => (chrome.setBadge(Number(index), ''), {}),
  setTabBarItem: ({ index, ...change }) => (chrome.setTab(Number(index), change), {}),
  setTabBarStyle: (change) => (chrome.setTabStyle(change), {}),
  loadFontFace: (params) => loadFontFace(params),
  hideKeyboard: () => {
    for (const { element } of frames.values())
      (element.contentDocument?.activeElement as HTMLElement | null)?.blur();
    return {};
  },
};

async function answer(id: number, api: string, params: Fields): Promise<void> {
  let outcome: Outcome;
  try {
    const run = apis[api];
    if (!run) {
      tell({ kind: 'unimplemented', name: api });
      outcome = { ok: false, reason: 'is not implemented by this runtime' };
    } else outcome = { ok: true, value: await run(params) };
  } catch (error) {
    outcome = { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  tell({ kind: 'answer', id, outcome });
}

const shell = {
  fromFrame: (webviewId: number, message: FromView): void =>
    tell({ kind: 'view', webviewId, message: message as never }),
  noteFromFrame: (kind: 'warning' | 'error', text: string): void =>
    tell({ kind: 'note', note: { kind, text } }),
  lack: (name: string): void => tell({ kind: 'unimplemented', name }),
  sizeOf: (path: string, size: Fields): void => tell({ kind: 'note', note: { kind: 'size', path, ...size } }),
};
Object.assign(window, { shell });

global.deliver = (text) => {
  const messages = JSON.parse(text) as Fields[];
  for (const message of messages) {
    if (message.kind === 'view') deliverTo(Number(message.webviewId), message.message as ToView);
    else void answer(Number(message.id), String(message.api), message.params as Fields);
  }
};

global.startShell = (theme) => {
  // A component of the app takes the bar's place on a phone.
  if (theme.tabBar?.custom) shell.lack('<custom-tab-bar>');
  chrome = drawChrome(theme, {
    back: () => tell({ kind: 'system', event: { kind: 'back' } }),
    tab: (index, text) => tell({ kind: 'system', event: { kind: 'tab', index, text } }),
  });
};
