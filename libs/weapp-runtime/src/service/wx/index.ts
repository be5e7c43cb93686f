import type { Fields } from '../../protocol';
import { offError, onError } from '../errors';
import { setTimeout } from '../timers';
import { accountApis } from './account';
import { unimplemented } from './api';
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
