import { parentPort, workerData } from 'node:worker_threads';
import type { Fields, FromWorker, Note, Outcome, ToLogic, ToView, ToWorker } from '../protocol';
import { type LogicContext, startLogic } from './context';
import { type Screen, toDeviceInfo, toMenuButton } from './device';
import { FileStore } from './files';
import { Network } from './http';
import { Media } from './media';
import { type PackageIndex, Packages } from './packages';
import { Permissions } from './permissions';
import { Refusal, toOutcome } from './refusal';
import { Storage } from './storage';
import { type Progress, Transfers } from './transfers';

/** What the main thread hands to this one. */
export interface Boot {
  serviceCode: string;
  dist: string;
  dataDir: string;
  hosts: Record<string, string>;
  screen: Screen;
  appId: string;
  index: PackageIndex;
}

const boot = workerData as Boot;
const port = parentPort;
if (!port) throw new Error('the logic runs in a worker');

const tell = (message: FromWorker): void => port.postMessage(JSON.stringify(message));
const note = (entry: Note): void => tell({ kind: 'note', note: entry });

const asked = new Map<number, (outcome: Outcome) => void>();
let lastAsk = 0;
/** Asks the shell in the browser, through the main thread. */
const askShell = (api: string, params: Fields): Promise<Fields> =>
  new Promise((resolve, reject) => {
    const id = ++lastAsk;
    asked.set(id, (outcome) =>
      outcome.ok ? resolve(outcome.value) : reject(new Refusal(outcome.reason, outcome.errno, outcome.extra)),
    );
    tell({ kind: 'ui', id, api, params });
  });

const files = new FileStore(boot.dataDir, boot.dist);
const storage = new Storage(boot.dataDir);
const permissions = new Permissions();
const network = new Network(boot.hosts, note);
const transfers = new Transfers(network, files, boot.appId);
const media = new Media(files, permissions, askShell);
const packages = new Packages(boot.dist, boot.index, (root) => note({ kind: 'package', root }));
let logins = 0;
let networkType = 'wifi';

const prefixed = (prefix: string, operations: Record<string, (params: Fields) => Fields>) =>
  Object.fromEntries(Object.entries(operations).map(([name, run]) => [`${prefix}${name}`, run]));

const immediate: Record<string, (params: Fields) => Fields> = {
  ...prefixed('storage.', storage.operations),
  ...prefixed('files.', files.operations),
  ...permissions.operations,
  'host.pages': () => ({ pages: boot.index.pages, tabs: boot.index.tabs }),
  'host.window': ({ path }) => packages.windowOf(String(path)),
  'host.components': ({ path }) => ({ paths: packages.componentsOf(String(path)) }),
  'device.info': () => toDeviceInfo(boot.screen),
  'device.menuButton': () => toMenuButton(boot.screen),
  'account.info': () => ({
    miniProgram: { appId: boot.appId, envVersion: 'release', version: '1.0.0' },
    plugin: {},
  }),
};

type Later = (params: Fields, id: number, progress: Progress) => Promise<Fields> | Fields;
const later: Record<string, Later> = {
  request: (params, id, progress) => transfers.request(id, params, progress),
  uploadFile: (params, id, progress) => transfers.upload(id, params, progress),
  downloadFile: (params, id, progress) => transfers.download(id, params, progress),
  abort: ({ task }) => (transfers.abort(Number(task)), {}),
  'media.choose': (params) => media.choose(params),
  'media.compress': (params) => media.compress(params),
  'media.info': (params) => media.info(params),
  'media.saveToAlbum': (params) => media.saveToAlbum(params),
  'host.loadPackage': ({ path }) => packages.load(String(path)),
  getNetworkType: () => ({
    networkType: network.conditions.online ? networkType : 'none',
    signalStrength: 0,
  }),
  login: () => ({ code: `code-${++logins}` }),
  checkSession: () => {
    if (logins === 0) throw new Refusal('session is not found');
    return {};
  },
  openSetting: async () => {
    await askShell('openSetting', { authSetting: permissions.authSetting() });
    return { authSetting: permissions.authSetting() };
  },
  requestSubscribeMessage: ({ tmplIds }) =>
    Object.fromEntries((tmplIds as string[]).map((id) => [id, 'accept'])),
  ...immediate,
};

const send = (message: ToLogic): void => logic.receive(JSON.stringify(message));

async function invoke({ id, api, params }: { id: number; api: string; params: Fields }): Promise<void> {
  const progress: Progress = (event, detail) => send({ kind: 'progress', id, event, detail });
  try {
    const run = later[api];
    const value = run ? await run(params, id, progress) : await askShell(api, params);
    send({ kind: 'result', id, outcome: { ok: true, value } });
  } catch (error) {
    send({ kind: 'result', id, outcome: toOutcome(error) });
  }
}

function invokeSync({ api, params }: { api: string; params: Fields }): Outcome {
  const run = immediate[api];
  if (!run) return { ok: false, reason: `no such call: ${api}` };
  try {
    return { ok: true, value: run(params) };
  } catch (error) {
    return toOutcome(error);
  }
}

/** Never throws: an error of the host's realm must not reach the app. */
function call(kind: string, text: string): string | undefined {
  try {
    const message = JSON.parse(text) as never;
    if (kind === 'invokeSync') return JSON.stringify(invokeSync(message));
    if (kind === 'invoke') void invoke(message);
    else if (kind === 'note') note(message);
    else if (kind === 'view') tell({ kind: 'view', ...(message as { webviewId: number; message: ToView }) });
    else if (kind === 'timer') {
      const { id, ms } = message as { id: number; ms: number };
      setTimeout(() => send({ kind: 'timer', id }), ms);
    }
  } catch (error) {
    note({ kind: 'error', text: `${kind}: ${error instanceof Error ? (error.stack ?? '') : String(error)}` });
  }
  return undefined;
}

const textOf = (reason: unknown): string => {
  if (typeof reason !== 'object' || reason === null) return String(reason);
  const { stack, errMsg } = reason as { stack?: unknown; errMsg?: unknown };
  return String(stack ?? errMsg ?? JSON.stringify(reason));
};

process.on('unhandledRejection', (reason) => {
  note({ kind: 'rejection', text: textOf(reason) });
  send({ kind: 'rejection', reason: textOf(reason) });
});

port.on('message', (text: string) => {
  const message = JSON.parse(text) as ToWorker;
  switch (message.kind) {
    case 'view':
      return send({ kind: 'view', webviewId: message.webviewId, message: message.message });
    case 'answer': {
      const settle = asked.get(message.id);
      asked.delete(message.id);
      return settle?.(message.outcome);
    }
    case 'system':
      if (message.event.kind === 'network') networkType = message.event.networkType;
      return send({ kind: 'system', event: message.event });
    case 'photos':
      return media.supply(message.files);
    case 'permission':
      return permissions.set(message.scope, message.granted);
    case 'conditions':
      network.conditions = message.conditions;
  }
});

const logic: LogicContext = startLogic(boot.serviceCode, { call, locate: (file) => packages.locate(file) });
tell({ kind: 'ready' });
