import type { FileView } from '@wuhao/contracts';
import type { FilePurpose } from '@wuhao/contracts/enums';
import type { LocalPhoto } from '../platform/transport.types';
import { http } from '../session/session';

interface Options {
  signal?: AbortSignal;
  onProgress?: (part: number) => void;
}

/** The photo's own id is the key: sent twice, it is stored once. */
export const uploadPhoto = (
  photo: LocalPhoto,
  purpose: FilePurpose,
  options: Options = {},
): Promise<FileView> => http.upload({ photo, purpose, idempotencyKey: photo.id, ...options });
