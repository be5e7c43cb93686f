import type { LocalPhoto } from './transport.types';

export type PhotoSource = 'camera' | 'album';

export interface Pictures {
  /** Empty when the person changed their mind; rejects with PhotosRefused when the device does not allow it. */
  choose(source: PhotoSource, count: number): Promise<LocalPhoto[]>;
  /** Frees what shows the photo. */
  release(photo: LocalPhoto): void;
}

export class PhotosRefused extends Error {}
