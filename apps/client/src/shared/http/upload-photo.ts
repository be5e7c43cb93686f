import type { FileView } from '@wuhao/contracts';
import type { FilePurpose } from '@wuhao/contracts/enums';
import type { LocalPhoto } from '../platform/transport.types';
import { http } from '../session/session';
import { ApiError } from './api-error';

interface Options {
  /** An earlier life of the app began to send it. */
  wasBegun?: boolean;
  /** For whom, where it is one of several steps; see http.ts. */
  accountId?: string | null;
  signal?: AbortSignal;
  onProgress?: (part: number) => void;
}

/** Began to be sent and was never answered: the server may have them all the same. */
const unanswered = new Set<string>();

/** A photo never changes under its id, so its key alone says whether these very bytes arrived. */
const findUpload = async (
  key: string,
  of: Pick<Options, 'accountId' | 'signal'>,
): Promise<FileView | null> => {
  try {
    return await http.get<FileView>(`/files/uploads/${key}`, { ...of, retries: false });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
};

/**
 * The photo's own id is the key: sent twice, it is stored once. Where a try was cut off before its answer came, the
 * server is asked for the photo first: on a narrow network a second sending would cost minutes.
 */
export const uploadPhoto = async (
  photo: LocalPhoto,
  purpose: FilePurpose,
  { wasBegun = false, accountId, signal, onProgress }: Options = {},
): Promise<FileView> => {
  const arrived =
    wasBegun || unanswered.has(photo.id) ? await findUpload(photo.id, { accountId, signal }) : null;
  unanswered.add(photo.id);
  const view =
    arrived ??
    (await http.upload<FileView>({
      ...{ photo, purpose, accountId, signal, onProgress },
      idempotencyKey: photo.id,
    }));
  unanswered.delete(photo.id);
  return view;
};
