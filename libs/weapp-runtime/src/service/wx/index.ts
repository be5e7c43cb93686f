import type { Fields } from '../../protocol';
import { note } from '../bridge';
import { offError, onError, report } from '../errors';
import { setTimeout } from '../timers';
import { accountApis } from './account';
import { toError, tell } from './api';
import { ApiFailure } from '../bridge';
import { canvasApis } from './canvas';
import { deviceApis } from './device';
import { fileApis } from './files';
import { interactionApis } from './interaction';
import { KNOWN_NAMES } from './known-names';
import { listenerApis } from './listeners';
import { mediaApis } from './media';
import { navigationApis } from './navigation';
import { networkApis } from './network';
import { createAnimation } from './animation';
import { createIntersectionObserver } from './intersection';
import { createSelectorQuery } from './query';
import { connectSocket } from './socket';
import { storageApis } from './storage';

const implemented: Fields = {
  ...accountApis,
  ...canvasApis,
  ...deviceApis,
  ...fileApis,
  ...interactionApis,
  ...listenerApis,
  ...mediaApis,
  ...navigationApis,
  ...networkApis,
  ...storageApis,
  connectSocket,
  createAnimation,
  createIntersectionObserver,
  createSelectorQuery,
  onError,
  offError,
  nextTick: (callback: () => void): void => void setTimeout(callback, 0),
};

/** Fails the call, and by its note the test, under the name that the app used. */
const unimplemented = (name: string) => (options?: Fields) => {
  note({ kind: 'unimplemented', name });
  const failure = toError(name, new ApiFailure('is not implemented by this runtime'));
  const isAnswered = typeof options === 'object' && options !== null;
  if (isAnswered && ['success', 'fail', 'complete'].some((name) => name in options))
    tell(options, 'fail', failure);
  else report(new Error(String(failure.errMsg)));
};

const canIUse = (query: unknown): boolean => {
  const [name = ''] = String(query).split('.');
  return (
    name in implemented || ['button', 'input', 'image', 'scroll-view', 'swiper', 'textarea'].includes(name)
  );
};

/** Every name is an own property before app.js runs: frameworks list them once when they load. */
export const wx: Fields = {
  ...Object.fromEntries(KNOWN_NAMES.map((name) => [name, unimplemented(name)])),
  ...implemented,
  canIUse,
  env: { USER_DATA_PATH: 'wxfile://usr' },
};
