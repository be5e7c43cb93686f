import type { LocalPhoto } from './transport.types';

/** Photos that must outlive the app, by their ids: they belong to a homework that is not handed in yet. */
export interface KeptPhotos {
  /** False when the device has no room; then the photo lives as long as the app does. */
  keep(photo: LocalPhoto): Promise<boolean>;
  /** Something that can be uploaded; null when it is not here. */
  open(id: string): Promise<LocalPhoto | null>;
  remove(id: string): Promise<void>;
  ids(): Promise<string[]>;
}
