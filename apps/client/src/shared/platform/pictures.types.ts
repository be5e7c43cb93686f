import type { LocalPhoto } from './transport.types';

export type PhotoSource = 'camera' | 'album';

export interface Pictures {
  /**
   * Empty when the person changed their mind; rejects with PhotosRefused when the device does not allow it, and with
   * any other error when it does not work. WeChat shrinks what it hands out unless the photos are wanted as they were
   * taken.
   */
  choose(source: PhotoSource, count: number, wanted?: { asTaken: boolean }): Promise<LocalPhoto[]>;
  /** A photo that the device has kept, as something that can be shown. */
  show(photo: LocalPhoto): LocalPhoto;
  /** Frees what shows the photo. */
  release(photo: LocalPhoto): void;
  /**
   * Goes to where the person can allow it and comes back with whether it is allowed now. Null where no app may open
   * those settings: a browser's are its own.
   */
  openSettings: ((source: PhotoSource) => Promise<boolean>) | null;
}

/** Whose no it was: the device's to the camera or the album, or the person's to WeChat's privacy guideline. */
export type RefusedBy = 'device' | 'privacy';

export class PhotosRefused extends Error {
  constructor(
    message: string,
    readonly by: RefusedBy = 'device',
  ) {
    super(message);
  }
}
