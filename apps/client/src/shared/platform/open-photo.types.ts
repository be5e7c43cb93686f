import type { Edit } from '../photo/edit';
import type { Looked } from '../photo/hints';
import type { LocalPhoto } from './transport.types';

/** The page's hidden canvas (shared/ui/PhotoCanvas): WeChat writes files from a canvas of a page only. */
export const PHOTO_CANVAS_ID = 'photo-canvas';

/** A photo whose pixels are at hand: upright, whatever its EXIF says of the camera. Close it soon: it is large. */
export interface OpenPhoto extends Looked {
  /**
   * A new photo of what the edit leaves, as JPEG; rejects where the device cannot. Aborted, it leaves a canvas that
   * others draw on alone from then on.
   */
  draw(edit: Edit, to: { sidePx: number; quality: number }, signal: AbortSignal): Promise<LocalPhoto>;
  close(): void;
}

/** Null where the device cannot open the photo or has no canvas: then it goes up as it is. */
export type OpensPhoto = (photo: LocalPhoto) => Promise<OpenPhoto | null>;
