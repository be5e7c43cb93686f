import type { Fields } from '../../protocol';
import { ApiFailure, invokeSync } from '../bridge';
import { bufferFromBase64, bufferToBase64 } from '../base64';
import { asyncApi, callbackApi, unimplemented } from './api';

const toContent = (data: unknown, encoding: unknown): Fields => {
  if (data instanceof ArrayBuffer) return { base64: bufferToBase64(data) };
  if (typeof data !== 'string') throw new ApiFailure('data must be a string or ArrayBuffer');
  return encoding === 'base64' ? { base64: data } : { text: data };
};

const operations: Record<string, (options: Fields) => Fields> = {
  access: ({ path }) => invokeSync('files.access', { path }),
  readFile: ({ filePath, encoding }) => {
    const { text, base64 } = invokeSync('files.read', { path: filePath, encoding: encoding ?? '' });
    if (!encoding) return { data: bufferFromBase64(String(base64)) };
    return { data: encoding === 'base64' ? base64 : text };
  },
  writeFile: ({ filePath, data, encoding }) =>
    invokeSync('files.write', { path: filePath, ...toContent(data, encoding) }),
  unlink: ({ filePath }) => invokeSync('files.remove', { path: filePath }),
  copyFile: ({ srcPath, destPath }) => invokeSync('files.copy', { from: srcPath, to: destPath }),
  saveFile: ({ tempFilePath, filePath }) =>
    invokeSync('files.save', { path: tempFilePath, target: filePath ?? null }),
  getFileInfo: ({ filePath, digestAlgorithm }) =>
    invokeSync('files.info', { path: filePath, digest: digestAlgorithm ?? 'md5' }),
  mkdir: ({ dirPath, recursive }) =>
    invokeSync('files.mkdir', { path: dirPath, recursive: recursive === true }),
  readdir: ({ dirPath }) => invokeSync('files.list', { path: dirPath }),
  stat: ({ path }) => {
    const { stats } = invokeSync('files.stat', { path }) as { stats: Fields };
    const isDirectory = stats.kind === 'directory';
    return { stats: { ...stats, isDirectory: () => isDirectory, isFile: () => !isDirectory } };
  },
};

const ARGUMENTS: Record<string, string[]> = {
  access: ['path'],
  readFile: ['filePath', 'encoding'],
  writeFile: ['filePath', 'data', 'encoding'],
  unlink: ['filePath'],
  copyFile: ['srcPath', 'destPath'],
  saveFile: ['tempFilePath', 'filePath'],
  mkdir: ['dirPath', 'recursive'],
  readdir: ['dirPath'],
  stat: ['path'],
};
const RESULT: Record<string, string> = {
  readFile: 'data',
  readdir: 'files',
  saveFile: 'savedFilePath',
  stat: 'stats',
};

const synchronous = (name: string, run: (options: Fields) => Fields) => {
  return (...args: unknown[]): unknown => {
    const options = Object.fromEntries((ARGUMENTS[name] ?? []).map((key, index) => [key, args[index]]));
    try {
      const result = run(options);
      return RESULT[name] === undefined ? undefined : result[RESULT[name]];
    } catch (failure) {
      if (failure instanceof ApiFailure) throw new Error(`${name}Sync:fail ${failure.reason}`);
      throw failure;
    }
  };
};

/** Methods of the platform's manager that are not carried out: they are there to be found, and fail by their name. */
export const KNOWN_METHODS: readonly string[] = `
appendFile appendFileSync close closeSync fstat fstatSync ftruncate ftruncateSync getSavedFileList open openSync read
readCompressedFile readCompressedFileSync readSync readZipEntry removeSavedFile rename renameSync rmdir rmdirSync
truncate truncateSync unzip write writeSync
`
  .trim()
  .split(/\s+/);

const manager: Fields = {
  ...Object.fromEntries(KNOWN_METHODS.map((name) => [name, unimplemented(name, 'getFileSystemManager().')])),
  ...Object.fromEntries(
    Object.entries(operations).flatMap(([name, run]) => [
      // The documents of each: no promise.
      [name, callbackApi(name, run)],
      ...(name in ARGUMENTS ? [[`${name}Sync`, synchronous(name, run)]] : []),
    ]),
  ),
};

export const fileApis = {
  getFileSystemManager: (): Fields => manager,
  saveFile: asyncApi('saveFile', operations.saveFile ?? (() => undefined)),
  getFileInfo: asyncApi('getFileInfo', operations.getFileInfo ?? (() => undefined)),
};
