import type { FileStore } from './files';
import type { Transfers } from './transfers';

/** The bytes of a picture, wherever it is: in a data URL, on a declared host, on the phone, in the package. */
export async function readPicture(source: string, files: FileStore, transfers: Transfers): Promise<Buffer> {
  if (source.startsWith('data:')) return Buffer.from(source.slice(source.indexOf(',') + 1), 'base64');
  if (/^https?:/.test(source)) return transfers.picture(source);
  return files.read(source.replace(/^\//, ''));
}
