import { guarded } from '../errors';

type Listener = (...details: unknown[]) => void;
const listeners = new Map<string, Set<Listener>>();

export function emit(name: string, ...details: unknown[]): void {
  for (const listener of [...(listeners.get(name) ?? [])]) guarded(() => listener(...details));
}

export const isListenedTo = (name: string): boolean => (listeners.get(name)?.size ?? 0) > 0;

const NAMES = [
  'AppShow',
  'AppHide',
  'NetworkStatusChange',
  'NetworkWeakChange',
  'MemoryWarning',
  'UnhandledRejection',
  'PageNotFound',
  'WindowResize',
  'NeedPrivacyAuthorization',
];

/** `onAppShow`, `offAppShow` and so on for every event of the platform that can really occur here. */
export const listenerApis: Record<string, (listener?: Listener) => void> = Object.fromEntries(
  NAMES.flatMap((name) => [
    [
      `on${name}`,
      (listener?: Listener) => {
        const known = listeners.get(`on${name}`) ?? new Set<Listener>();
        if (typeof listener === 'function') listeners.set(`on${name}`, known.add(listener));
      },
    ],
    [
      `off${name}`,
      (listener?: Listener) => {
        if (listener) listeners.get(`on${name}`)?.delete(listener);
        else listeners.delete(`on${name}`);
      },
    ],
  ]),
);
