import type { Readable } from 'node:stream';
import { notFound, type Env } from '@wuhao/core';
import OSS from 'ali-oss';
import {
  checkKey,
  ObjectStore,
  storageUnavailable,
  type FileOnDisk,
  type ListedObject,
  type StoredObject,
} from './object-store';

/** So much of the environment as says which bucket. */
export type OssBucket = Pick<
  Env,
  'OSS_REGION' | 'OSS_BUCKET' | 'OSS_ENDPOINT' | 'OSS_ACCESS_KEY_ID' | 'OSS_ACCESS_KEY_SECRET'
>;

const TIMEOUT_MS = 10_000;

/** A private bucket of Alibaba Cloud OSS, requests signed by V4 (V1 is refused for new accounts). */
export class OssObjectStore extends ObjectStore {
  private readonly client: OSS;

  constructor(bucket: OssBucket) {
    super();
    const endpoint = bucket.OSS_ENDPOINT;
    const options = {
      region: bucket.OSS_REGION,
      bucket: bucket.OSS_BUCKET,
      accessKeyId: bucket.OSS_ACCESS_KEY_ID ?? '',
      accessKeySecret: bucket.OSS_ACCESS_KEY_SECRET ?? '',
      secure: true,
      timeout: TIMEOUT_MS,
      authorizationV4: true,
      ...(endpoint ? { endpoint, sldEnable: hasNoBucketNames(endpoint) } : {}),
    };
    this.client = new OSS(options as OSS.Options);
  }

  override async put(key: string, data: Buffer | FileOnDisk, mime: string): Promise<void> {
    // The client reads a path by itself. The type of `options` asks for everything that could be said; mime is enough.
    const source = Buffer.isBuffer(data) ? data : data.file;
    await this.client.put(checkKey(key), source, { mime } as OSS.PutObjectOptions).catch(translate);
  }

  override async get(key: string): Promise<Buffer> {
    const { content } = await this.client.get(checkKey(key)).catch(translate);
    return content as Buffer;
  }

  override async stream(key: string): Promise<StoredObject> {
    const { stream, res } = await this.client.getStream(checkKey(key)).catch(translate);
    const headers = (res as { headers: Record<string, string> }).headers;
    return { body: stream as Readable, bytes: Number(headers['content-length']) };
  }

  override async exists(key: string): Promise<boolean> {
    try {
      await this.client.head(checkKey(key));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      return translate(error);
    }
  }

  override async delete(key: string): Promise<void> {
    await this.client.delete(checkKey(key)).catch(translate);
  }

  override async *list(prefix?: `${string}/`): AsyncIterable<ListedObject> {
    let next: string | null = null;
    do {
      const page: Listing = await (this.client as unknown as Lists)
        .listV2({
          'max-keys': '1000',
          ...(prefix ? { prefix } : {}),
          ...(next ? { 'continuation-token': next } : {}),
        })
        .catch(translate);
      for (const { name, lastModified } of page.objects)
        yield { key: name, storedAt: new Date(lastModified) };
      next = page.isTruncated ? page.nextContinuationToken : null;
    } while (next);
  }

  override async probe(): Promise<void> {
    await this.exists('health/probe');
  }
}

type Listing = {
  objects: { name: string; lastModified: string }[];
  isTruncated: boolean;
  nextContinuationToken: string | null;
};
type Lists = { listV2(query: Record<string, string>): Promise<Listing> };

/** An address cannot have the bucket's name before it: the bucket goes into the path. */
const hasNoBucketNames = (endpoint: string) => /^https?:\/\/(\d+\.){3}\d+(:|\/|$)/.test(endpoint);

const isMissing = (error: unknown) => (error as { status?: number }).status === 404;

function translate(error: unknown): never {
  if (isMissing(error)) throw notFound();
  // The client's own error carries the signed request; logs get its name, status and message.
  const { name, status, code, message } = error as {
    name?: string;
    status?: number;
    code?: string;
    message?: string;
  };
  throw storageUnavailable(
    new Error(`OSS: ${name ?? code ?? 'error'} ${status ?? ''} ${message ?? ''}`.trim()),
  );
}
