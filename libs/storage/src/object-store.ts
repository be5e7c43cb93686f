import type { Readable } from 'node:stream';
import { AppError } from '@wuhao/core';

export type FileOnDisk = { file: string };
export type StoredObject = { body: Readable; bytes: number };
export type ListedObject = { key: string; storedAt: Date };

/**
 * Where pictures lie: a disk, or a private bucket. Objects are written once and whole: a reader sees all bytes of an
 * object or no object. What the store cannot do now (disk full, network) is STORAGE_UNAVAILABLE, retryable.
 */
export abstract class ObjectStore {
  /**
   * Keeps these bytes, or those of a file (without them passing through the heap), and answers when they would survive
   * a crash. Replaces an object of the same key.
   */
  abstract put(key: string, data: Buffer | FileOnDisk, mime: string): Promise<void>;
  /** NOT_FOUND when there is none. */
  abstract get(key: string): Promise<Buffer>;
  /** NOT_FOUND when there is none. Who asks has to read or destroy the body. */
  abstract stream(key: string): Promise<StoredObject>;
  abstract exists(key: string): Promise<boolean>;
  /** Safe to run twice. */
  abstract delete(key: string): Promise<void>;
  /** Keys that begin with a whole first segment (`<student>/`), or all. */
  abstract list(prefix?: `${string}/`): AsyncIterable<ListedObject>;
  /** Throws when nothing could be stored or read now. */
  abstract probe(): Promise<void>;
}

const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+(\.[a-z0-9]+)*)+$/;

/** Keys are made by the app: lower case, at least two segments, nothing that a path or a URL would read differently. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new Error('not an object key');
  return key;
}

export const storageUnavailable = (cause: unknown) =>
  new AppError('STORAGE_UNAVAILABLE', 'Pictures cannot be stored or read right now', {
    cause,
    retryable: true,
    retryAfterSeconds: 5,
  });
