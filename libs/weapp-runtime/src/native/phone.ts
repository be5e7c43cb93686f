import { type NetworkConditions, typeOf } from '../network-conditions';
import type { Fields, Note, ToLogicProcess, ToView } from '../protocol';
import { Canvases } from './canvases';
import { type Screen, toDeviceInfo, toMenuButton } from './device';
import { FileStore } from './files';
import { readPicture } from './pictures';
import { Network } from './http';
import { Media } from './media';
import { type PackageIndex, Packages } from './packages';
import { Permissions } from './permissions';
import { Refusal } from './refusal';
import { Storage } from './storage';
import { Sockets } from './sockets';
import { type Progress, Transfers, ownHeaders } from './transfers';

/** What the harness hands over first; the logic's process knows nothing else of its surroundings. */
export interface Boot {
  serviceCode: string;
  dist: string;
  dataDir: string;
  hosts: Record<string, string>;
  screen: Screen;
  appId: string;
  index: PackageIndex;
  conditions: NetworkConditions;
}

type Immediate = (params: Fields) => Fields;
type Later = (params: Fields, id: number, progress: Progress) => Promise<Fields> | Fields;

const prefixed = (prefix: string, operations: Record<string, Immediate>): Record<string, Immediate> =>
  Object.fromEntries(Object.entries(operations).map(([name, run]) => [`${prefix}${name}`, run]));

export interface Phone {
  /** Calls that answer at once. */
  immediate: Record<string, Immediate>;
  /** Calls that answer later; the immediate ones are among them. */
  later: Record<string, Later>;
  canvases: Canvases;
  locate(file: string): string | undefined;
  /** What the test does to the phone. */
  receive(message: Extract<ToLogicProcess, { kind: 'photos' | 'conditions' | 'system' }>): void;
}

/** What the phone tells to those around it. */
export interface Surroundings {
  note(entry: Note): void;
  askShell(api: string, params: Fields): Promise<Fields>;
  show(webviewId: number, message: ToView): void;
}

/** Storage, files, sockets, album and permissions of one phone, by the names under which the logic calls them. */
export function createPhone(boot: Boot, { note, askShell, show }: Surroundings): Phone {
  const storage = new Storage(boot.dataDir);
  const permissions = new Permissions(boot.dataDir);
  const network = new Network(boot.hosts, boot.conditions, note);
  const packages = new Packages(boot.dist, boot.index, network, (root) => note({ kind: 'package', root }));
  const files = new FileStore(boot.dataDir, boot.dist, (file) => packages.hasCome(file));
  const transfers = new Transfers(network, files, boot.appId, boot.index.networkTimeout);
  const sockets = new Sockets(network, ownHeaders(boot.appId), boot.index.networkTimeout.connectSocket);
  const pictures = (source: string): Promise<Buffer> => readPicture(source, files, transfers);
  const media = new Media(files, permissions, pictures);
  const canvases = new Canvases(show, pictures, (content, suffix) => files.keepTemporary(content, suffix));
  let logins = 0;

  const immediate: Record<string, Immediate> = {
    ...prefixed('storage.', storage.operations),
    ...prefixed('files.', files.operations),
    ...permissions.operations,
    'host.pages': () => ({ pages: boot.index.pages, tabs: boot.index.tabs, roots: boot.index.subPackages }),
    'host.components': ({ path }) => ({ paths: packages.componentsOf(String(path)) }),
    'canvas.ask': (params) => canvases.ask(params),
    'device.info': () => toDeviceInfo(boot.screen),
    'device.menuButton': () => toMenuButton(boot.screen),
    'account.info': () => ({
      miniProgram: { appId: boot.appId, envVersion: 'release', version: '1.0.0' },
      plugin: {},
    }),
  };
  const later: Record<string, Later> = {
    request: (params, id, progress) => transfers.request(id, params, progress),
    uploadFile: (params, id, progress) => transfers.upload(id, params, progress),
    downloadFile: (params, id, progress) => transfers.download(id, params, progress),
    abort: ({ task }) => (transfers.abort(Number(task)), {}),
    'socket.connect': (params, id, progress) => sockets.connect(id, params, progress),
    'socket.send': (params) => sockets.send(params),
    'socket.close': (params) => sockets.close(params),
    'canvas.load': (params) => canvases.load(params),
    'canvas.export': (params) => canvases.export(params),
    'media.choose': (params) => media.choose(params),
    'media.compress': (params) => media.compress(params),
    'media.info': (params) => media.info(params),
    'media.saveToAlbum': (params) => media.saveToAlbum(params),
    'host.loadPackage': ({ path }) => packages.load(String(path)),
    'host.preload': ({ path }) => packages.preload(String(path)),
    getNetworkType: () => ({ networkType: typeOf(network.conditions), signalStrength: 0 }),
    login: () => {
      if (!network.conditions.online) throw new Refusal('network is down');
      return { code: `code-${++logins}` };
    },
    checkSession: () => {
      if (logins === 0) throw new Refusal('session is not found');
      return {};
    },
    openSetting: async () => {
      await askShell('openSetting', { authSetting: permissions.authSetting() });
      return { authSetting: permissions.authSetting() };
    },
    requestSubscribeMessage: async ({ tmplIds }) => {
      const { confirm } = await askShell('askSubscription', {});
      return Object.fromEntries((tmplIds as string[]).map((id) => [id, confirm ? 'accept' : 'reject']));
    },
    ...immediate,
  };
  return {
    immediate,
    later,
    canvases,
    locate: (file) => packages.locate(file),
    receive: (message) => {
      if (message.kind === 'photos') media.supply(message.files);
      else if (message.kind === 'conditions') {
        network.change(message.conditions);
        if (!message.conditions.online) sockets.cut();
      } else if (message.event.kind === 'background') network.hide();
      else if (message.event.kind === 'foreground') network.show();
    },
  };
}
