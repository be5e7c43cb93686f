import { ApiError } from '../../shared/http/api-error';
import { inParallel } from '../../shared/http/in-parallel';
import { uploadPhoto } from '../../shared/http/upload-photo';
import { keptPhotos } from '../../shared/platform/kept-photos';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { createStore, useStore } from '../../shared/store';
import { removeUnnamed, withPhotos } from './photos-on-device';

const UPLOADS_AT_A_TIME = 2;
/** The server will not take this very photo: to be replaced, not sent again. */
const REFUSALS = new Set<string>(['FILE_TOO_LARGE', 'FILE_TYPE_REFUSED', 'PICTURE_UNREADABLE']);

/** A photo of a homework in the outbox; with a fileId the server has it. */
export interface OutgoingPhoto {
  id: string;
  fileId?: string;
  /** It began to be sent: should the app die before the answer, the server may have it. */
  begun?: true;
}

interface Uploads {
  /** 0-1 by photo id. */
  progress: Record<string, number>;
  refusedId: string | null;
}

let progress: Uploads['progress'] = {};
const uploads = createStore<Uploads>({ progress, refusedId: null });
/** A mini-program's screen takes few changes a second, and two uploads tell of many. */
const TELL_EVERY_MS = 250;
let telling: ReturnType<typeof setTimeout> | undefined;
const report = (id: string, part: number) => {
  progress = { ...progress, [id]: part };
  telling ??= setTimeout(() => {
    telling = undefined;
    uploads.set({ ...uploads.get(), progress });
  }, TELL_EVERY_MS);
};

/** As they were chosen: for the time until they lie in their place on the device, or where that has no room. */
const inHand = new Map<string, LocalPhoto>();
/** What is up already, should the same photo be handed in with others. */
const fileIds = new Map<string, string>();

export const takeInHand = (photos: LocalPhoto[]): OutgoingPhoto[] => {
  photos.forEach((photo) => inHand.set(photo.id, photo));
  const stored = photos.filter(({ id }) => fileIds.has(id)).map(({ id }) => [id, 1] as const);
  progress = Object.fromEntries(stored);
  uploads.set({ progress, refusedId: null });
  return photos.map(({ id }) => ({ id, fileId: fileIds.get(id) }));
};

/** The homework they belong to was handed in or given up. */
export const letGo = (photos: OutgoingPhoto[]): void => {
  photos.forEach(({ id }) => inHand.delete(id));
  void withPhotos(() => removeUnnamed(photos.map(({ id }) => id)));
};

/** They are part of a homework: nobody will hand them in again. */
export const forgetFiles = (photos: OutgoingPhoto[]): void => photos.forEach(({ id }) => fileIds.delete(id));

const upload = async ({ id, begun }: OutgoingPhoto, signal: AbortSignal): Promise<string> => {
  const photo = inHand.get(id) ?? (await keptPhotos.open(id));
  if (!photo) throw new ApiError('PHOTO_LOST', 'the device has lost the photo');
  try {
    const onProgress = (part: number) => report(id, Math.min(part, 0.99));
    const { id: fileId } = await uploadPhoto(photo, 'homework', { wasBegun: begun, signal, onProgress });
    fileIds.set(id, fileId);
    report(id, 1);
    return fileId;
  } catch (error) {
    report(id, 0);
    if (error instanceof ApiError && REFUSALS.has(error.code)) uploads.set({ progress, refusedId: id });
    throw error;
  }
};

/** Uploads what is not up yet, two at a time; `onStep` hears of each photo that begins, and that arrived. */
export const uploadMissing = (
  photos: OutgoingPhoto[],
  signal: AbortSignal,
  onStep: (photo: OutgoingPhoto) => void,
): Promise<void> =>
  inParallel(
    UPLOADS_AT_A_TIME,
    photos
      .filter(({ fileId }) => fileId === undefined)
      .map((photo) => async () => {
        onStep({ ...photo, begun: true });
        onStep({ id: photo.id, fileId: await upload(photo, signal) });
      }),
  );

export const useUploads = (): Uploads => useStore(uploads);
