import type { Fields } from '../protocol';

export interface Theme {
  window: Fields;
  statusBarHeight: number;
  navigationHeight: number;
  tabBarHeight: number;
  tabBar?: {
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    custom?: boolean;
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  };
}

export interface Chrome {
  place(frame: HTMLIFrameElement, webviewId: number, path: string, look: Fields): void;
  show(webviewId: number, path: string, depth: number): void;
  /** Of one page, until it is closed. */
  setLook(webviewId: number, change: Fields): void;
  showTabs(shown: boolean): void;
  setBadge(index: number, text: string): void;
  setTab(index: number, change: Fields): void;
  setTabStyle(change: Fields): void;
}

interface Actions {
  back(): void;
  tab(index: number, text: string): void;
}

const STYLE = `
/* A finger that goes on past an edge turns no page of the browser. */
html, body { margin: 0; height: 100%; overflow: hidden; overscroll-behavior: none; font-family: system-ui, "Noto Sans CJK SC", sans-serif; }
#wxr-navigation { position: absolute; left: 0; right: 0; top: 0; box-sizing: border-box; display: flex; align-items: flex-end; z-index: 2; }
#wxr-navigation > div { position: relative; flex: 1; display: flex; align-items: center; justify-content: center; font-size: 17px; font-weight: 600; }
#wxr-back { position: absolute; left: 4px; width: 44px; height: 44px; border: 0; background: none; font-size: 22px; color: inherit; }
#wxr-capsule { position: absolute; right: 10px; width: 87px; height: 30px; border: 1px solid rgba(0,0,0,.15); border-radius: 16px; }
#wxr-pages > iframe { position: absolute; left: 0; width: 100%; border: 0; background: #fff; visibility: hidden; }
#wxr-pages > iframe.shown { visibility: visible; z-index: 1; }
#wxr-tabs { position: absolute; left: 0; right: 0; bottom: 0; display: flex; z-index: 2; border-top: 1px solid rgba(0,0,0,.1); box-sizing: border-box; }
#wxr-tabs > button { flex: 1; border: 0; background: none; font-size: 10px; position: relative; }
#wxr-tabs img { display: block; width: 27px; height: 27px; margin: 0 auto; }
#wxr-tabs em { position: absolute; top: 2px; left: 55%; background: #fa5151; color: #fff; border-radius: 9px; padding: 0 5px; font-style: normal; }
`;

const element = <K extends keyof HTMLElementTagNameMap>(tag: K, id: string): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  if (id) made.id = id;
  return made;
};

/** The bars of the phone. A hidden frame keeps its layout, as a hidden page does. */
export function drawChrome(theme: Theme, actions: Actions): Chrome {
  const { statusBarHeight, navigationHeight, tabBarHeight } = theme;
  const style = document.createElement('style');
  style.textContent = STYLE;
  const navigation = element('header', 'wxr-navigation');
  navigation.style.height = `${statusBarHeight + navigationHeight}px`;
  const bar = element('div', '');
  bar.style.height = `${navigationHeight}px`;
  const back = element('button', 'wxr-back');
  back.textContent = '‹';
  back.setAttribute('aria-label', '返回');
  back.addEventListener('click', actions.back);
  const title = element('span', 'wxr-title');
  bar.append(back, title, element('div', 'wxr-capsule'));
  navigation.append(bar);
  const pages = element('main', 'wxr-pages');
  const tabs = element('nav', 'wxr-tabs');
  tabs.style.height = `${tabBarHeight}px`;
  const buttons = (theme.tabBar?.list ?? []).map((item, index) => {
    const button = element('button', '');
    button.addEventListener('click', () => actions.tab(index, item.text));
    if (item.iconPath) button.append(element('img', ''));
    button.append(element('span', ''), element('em', ''));
    (button.querySelector('em') as HTMLElement).hidden = true;
    return button;
  });
  tabs.append(...buttons);
  document.head.append(style);
  document.body.append(navigation, pages, tabs);

  const looks = new Map<number, Fields>();
  let tabsShown = true;
  let shownPath = '';
  let shownId = 0;
  const tabIndex = (path: string): number =>
    (theme.tabBar?.list ?? []).findIndex((item) => item.pagePath === path);

  const paint = (look: Fields): void => {
    title.textContent = String(look.navigationBarTitleText ?? '');
    navigation.style.background = String(look.navigationBarBackgroundColor ?? '#000000');
    navigation.style.color = look.navigationBarTextStyle === 'black' ? '#000' : '#fff';
    bar.style.visibility = look.navigationStyle === 'custom' ? 'hidden' : 'visible';
    navigation.style.pointerEvents = look.navigationStyle === 'custom' ? 'none' : 'auto';
    if (look.navigationStyle === 'custom') navigation.style.background = 'none';
  };

  const placeTabs = (): void => {
    tabs.style.display = tabsShown && tabIndex(shownPath) >= 0 ? 'flex' : 'none';
    pages.style.setProperty('--wxr-tabs', `${tabsShown ? tabBarHeight : 0}px`);
  };
  placeTabs();

  const paintTabs = (): void => {
    const current = tabIndex(shownPath);
    tabs.style.background = theme.tabBar?.backgroundColor ?? '#fff';
    buttons.forEach((button, index) => {
      const item = theme.tabBar?.list[index];
      const isCurrent = index === current;
      button.setAttribute('aria-selected', String(isCurrent));
      button.style.color = (isCurrent ? theme.tabBar?.selectedColor : theme.tabBar?.color) ?? '#999';
      (button.querySelector('span') as HTMLElement).textContent = item?.text ?? '';
      const icon = button.querySelector('img');
      const source = isCurrent ? (item?.selectedIconPath ?? item?.iconPath) : item?.iconPath;
      if (icon && source) icon.src = `/package/${source.replace(/^\.?\//, '')}`;
    });
  };

  return {
    place(frame, webviewId, path, own) {
      const look: Fields = { ...theme.window, ...own };
      looks.set(webviewId, look);
      const isCustom = look.navigationStyle === 'custom';
      const top = isCustom ? 0 : statusBarHeight + navigationHeight;
      // A page of a tab has the room of the bar when that is hidden.
      const bottom = tabIndex(path) >= 0 ? 'var(--wxr-tabs)' : '0px';
      frame.style.top = `${top}px`;
      frame.style.height = `calc(100% - ${top}px - ${bottom})`;
      pages.append(frame);
    },
    show(webviewId, path, depth) {
      paint(looks.get(webviewId) ?? theme.window);
      back.hidden = depth < 2;
      shownPath = path;
      shownId = webviewId;
      placeTabs();
      paintTabs();
    },
    setLook(webviewId, change) {
      const look = Object.assign(looks.get(webviewId) ?? {}, change);
      if (webviewId === shownId) paint(look);
    },
    showTabs(shown) {
      tabsShown = shown;
      placeTabs();
    },
    setTab(index, change) {
      Object.assign(theme.tabBar?.list[index] ?? {}, change);
      paintTabs();
    },
    setTabStyle(change) {
      Object.assign(theme.tabBar ?? {}, change);
      paintTabs();
    },
    setBadge(index, text) {
      const badge = buttons[index]?.querySelector('em');
      if (!badge) throw new Error('tabbar item not found');
      badge.textContent = text;
      badge.hidden = text === '';
    },
  };
}
