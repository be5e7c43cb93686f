import type { DeviceStore } from './device-store.types';

/** What lies under such names, of every account, as one text; undefined where the device could not be read. */
export const textOf = (store: DeviceStore, isMeant: (name: string) => boolean): string | undefined => {
  const texts = store
    .names('of.')
    ?.filter(isMeant)
    .map((name) => store.read(name));
  return texts && !texts.includes(undefined) ? texts.join('\n') : undefined;
};
