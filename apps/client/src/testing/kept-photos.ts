import type { KeptPhotos } from '../shared/platform/kept-photos.types';
import type { LocalPhoto } from '../shared/platform/transport.types';

const kept = new Map<string, LocalPhoto>();

/** Stands in for the device's place for photos, which jsdom has not. */
export const keptPhotos: KeptPhotos = {
  keep: async (photo) => {
    kept.set(photo.id, photo);
    return true;
  },
  open: async (id) => kept.get(id) ?? null,
  remove: async (id) => void kept.delete(id),
  ids: async () => [...kept.keys()],
};
