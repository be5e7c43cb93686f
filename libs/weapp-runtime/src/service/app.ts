import type { Fields, SystemEvent } from '../protocol';
import { invokeSync } from './bridge';
import { onError } from './errors';
import { call } from './instance';
import { load } from './modules';
import { getAppConfig } from './registry';
import { goBack, navigated, reLaunch, switchTab, topPage } from './router';
import { emit } from './wx/listeners';
import { receiveUpdate } from './wx/update';

export interface Entry extends Fields {
  path: string;
  query: Fields;
  scene: number;
}

let app: Fields = {};
let launched: Entry = { path: '', query: {}, scene: 1001 };
let entered: Entry = launched;

export const getApp = (): Fields => app;
export const launchOptions = (): Entry => ({ ...launched });
export const enterOptions = (): Entry => ({ ...entered });

const toEntry = ({ path, query, scene }: Extract<SystemEvent, { kind: 'launch' }>): Entry => ({
  path,
  query,
  scene,
  referrerInfo: {},
  shareTicket: undefined,
});

const toUrl = ({ path, query }: Entry): string => {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${String(value)}`);
  return `/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
};

/** The app may send the person elsewhere, at once; otherwise there is nothing to show. */
async function tellLost(config: Fields, { path, query }: Entry): Promise<void> {
  const lost = { path, query, isEntryPage: true };
  call(app, config, 'onPageNotFound', lost);
  emit('onPageNotFound', lost);
  await navigated();
  if (!topPage()) throw new Error(`page "${path}" is not found`);
}

async function launch(entry: Entry): Promise<void> {
  launched = entered = entry;
  load('app');
  const config = getAppConfig();
  app = config;
  if (typeof config.onError === 'function') onError((text) => call(app, config, 'onError', text));
  call(app, config, 'onLaunch', entry);
  call(app, config, 'onShow', entry);
  emit('onAppShow', entry);
  const { pages, tabs } = invokeSync('host.pages') as { pages: string[]; tabs: string[] };
  if (!pages.includes(entry.path)) return tellLost(config, entry);
  await (tabs.includes(entry.path) ? switchTab(`/${entry.path}`) : reLaunch(toUrl(entry)));
}

/** What the user or the system does to the app. */
export async function receiveSystem(event: SystemEvent): Promise<void> {
  const config = getAppConfig();
  switch (event.kind) {
    case 'launch':
      return launch(toEntry(event));
    case 'background':
      topPage()?.run('hide');
      call(app, config, 'onHide', {});
      return emit('onAppHide', {});
    case 'foreground':
      call(app, config, 'onShow', entered);
      emit('onAppShow', entered);
      topPage()?.run('show');
      return;
    case 'back':
      return goBack();
    case 'tab': {
      const { tabs } = invokeSync('host.pages') as { tabs: string[] };
      const path = tabs[event.index];
      if (!path) return;
      const before = topPage();
      call(before ?? {}, {}, 'onTabItemTap', { index: event.index, pagePath: path, text: event.text });
      return switchTab(`/${path}`);
    }
    case 'network':
      return emit('onNetworkStatusChange', {
        isConnected: event.isConnected,
        networkType: event.networkType,
      });
    case 'weakNetwork':
      return emit('onNetworkWeakChange', { weakNet: event.weakNet, networkType: event.networkType });
    case 'update':
      return receiveUpdate(event.state);
    case 'memory':
      return emit('onMemoryWarning', { level: event.level });
  }
}

/** A promise of the app that nobody caught. */
export function receiveRejection(reason: string): void {
  call(app, getAppConfig(), 'onUnhandledRejection', { reason });
  emit('onUnhandledRejection', { reason });
}
