import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OssBucket } from '../oss-object-store';

/** What goes wrong: nothing, the bucket answers 503, it answers half and hangs up, or it never answers. */
export type OssFailure = 'none' | 'unavailable' | 'cut' | 'silent';
type Stored = { bytes: Buffer; type: string; at: Date };

const REGION = 'cn-hangzhou';
const BUCKET = 'wuhao-test';
const KEY_ID = 'test-key-id';
const KEY_SECRET = 'test-key-secret';
const DATE_SKEW_MS = 15 * 60 * 1000;

/** An own small OSS: one private bucket in memory, path style, requests checked by signature V4. */
export class FakeOss {
  readonly objects = new Map<string, Stored>();
  /** Requests whose signature was wrong or missing. */
  refused = 0;
  failure: OssFailure = 'none';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(): Promise<FakeOss> {
    const oss = new FakeOss();
    await new Promise<void>((resolve) => oss.server.listen(0, '127.0.0.1', resolve));
    return oss;
  }

  /** What a store needs to use it. */
  get bucket(): OssBucket {
    return {
      OSS_REGION: `oss-${REGION}`,
      OSS_BUCKET: BUCKET,
      OSS_ENDPOINT: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
      OSS_ACCESS_KEY_ID: KEY_ID,
      OSS_ACCESS_KEY_SECRET: KEY_SECRET,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.failure === 'silent') return;
    if (this.failure === 'unavailable') return sendError(response, 503, 'ServiceUnavailable');
    if (!isSigned(request)) {
      this.refused += 1;
      return sendError(response, 403, 'SignatureDoesNotMatch');
    }
    const url = new URL(request.url ?? '', 'http://oss');
    const key = decodeURIComponent(url.pathname).slice(`/${BUCKET}/`.length);
    if (!key) return this.sendList(response, url.searchParams);
    switch (request.method) {
      case 'PUT':
        this.objects.set(key, {
          bytes: Buffer.concat(chunks),
          type: String(request.headers['content-type']),
          at: new Date(),
        });
        return void response.writeHead(200).end();
      case 'DELETE':
        this.objects.delete(key);
        return void response.writeHead(204).end();
      default:
        return this.sendObject(request, response, this.objects.get(key));
    }
  }

  private sendObject(request: IncomingMessage, response: ServerResponse, stored?: Stored): void {
    if (!stored) return sendError(response, 404, 'NoSuchKey');
    response.writeHead(200, { 'content-type': stored.type, 'content-length': stored.bytes.length });
    if (request.method === 'HEAD') return void response.end();
    if (this.failure !== 'cut') return void response.end(stored.bytes);
    response.write(stored.bytes.subarray(0, stored.bytes.length / 2), () => response.destroy());
  }

  private sendList(response: ServerResponse, query: URLSearchParams): void {
    const after = query.get('continuation-token') ?? '';
    const keys = [...this.objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
      .sort();
    const page = keys.slice(0, Math.min(Number(query.get('max-keys')), 2));
    const contents = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${this.objects.get(key)!.at.toISOString()}</LastModified>` +
        `<Size>${this.objects.get(key)!.bytes.length}</Size></Contents>`,
    );
    const more = page.length < keys.length;
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0"?><ListBucketResult>${contents.join('')}<IsTruncated>${more}</IsTruncated>` +
        `${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}</ListBucketResult>`,
    );
  }
}

function sendError(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

/** Signature V4 as Alibaba Cloud documents it, computed from the request as it arrived. */
function isSigned(request: IncomingMessage): boolean {
  const match =
    /^OSS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/oss\/aliyun_v4_request, ?(?:AdditionalHeaders=([^,]*), ?)?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  const date = String(request.headers['x-oss-date'] ?? '');
  if (!match) return false;
  const [, keyId, day, region, additional = '', signature = ''] = match;
  if (keyId !== KEY_ID || region !== REGION || !day || !date.startsWith(day) || !isNow(date)) return false;

  const scope = `${day}/${REGION}/oss/aliyun_v4_request`;
  const toSign = ['OSS4-HMAC-SHA256', date, scope, sha256(canonical(request, additional))].join('\n');
  const key = [day, REGION, 'oss', 'aliyun_v4_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `aliyun_v4${KEY_SECRET}`,
  );
  const right = createHmac('sha256', key).update(toSign).digest();
  return timingSafeEqual(right, Buffer.from(signature, 'hex'));
}

function canonical(request: IncomingMessage, additional: string): string {
  const url = new URL(request.url ?? '', 'http://oss');
  const query = [...url.searchParams]
    .map(([name, value]) => (value ? `${encode(name)}=${encode(value)}` : encode(name)))
    .sort();
  const more = additional.split(';').filter(Boolean);
  const headers = Object.keys(request.headers)
    .filter((name) => /^(content-type|content-md5|x-oss-.*)$/.test(name) || more.includes(name))
    .sort()
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const payload = String(request.headers['x-oss-content-sha256'] ?? 'UNSIGNED-PAYLOAD');
  const path = decodeURIComponent(url.pathname).split('/').map(encode).join('/');
  return [request.method, path, query.join('&'), headers.join(''), additional, payload].join('\n');
}

/** `20261123T120000Z`, not further off than the service allows. */
function isNow(date: string): boolean {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5');
  return Math.abs(Date.now() - Date.parse(iso)) < DATE_SKEW_MS;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
