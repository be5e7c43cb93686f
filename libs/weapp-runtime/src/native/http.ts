import http from 'node:http';
import https from 'node:https';
import { performance } from 'node:perf_hooks';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Fields, NetworkConditions, Note } from '../protocol';
import { Refusal } from './refusal';

const DEFAULT_TIMEOUT_MS = 60_000;
const OFFLINE = -106;

export interface Call {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: Buffer;
  timeoutMs?: number;
  signal: AbortSignal;
  /** Bytes of the body that went out. */
  onSent?(sent: number, total: number): void;
  onHeaders?(status: number, headers: http.IncomingHttpHeaders): void;
  onReceived?(received: number, total: number): void;
  onChunk?(chunk: Buffer): void;
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

const netError = (code: number, name: string): Refusal =>
  new Refusal(`errcode:${code} cronet_error_code:${code} error_msg:net::${name}`, 600001);

const NET_ERRORS: Record<string, [number, string]> = {
  ECONNREFUSED: [-102, 'ERR_CONNECTION_REFUSED'],
  ECONNRESET: [-101, 'ERR_CONNECTION_RESET'],
  EPIPE: [-101, 'ERR_CONNECTION_RESET'],
  ENOTFOUND: [-105, 'ERR_NAME_NOT_RESOLVED'],
  ETIMEDOUT: [-118, 'ERR_CONNECTION_TIMED_OUT'],
};

const decode = (body: Buffer, encoding: string | undefined): Buffer => {
  if (encoding === 'gzip') return gunzipSync(body);
  if (encoding === 'deflate') return inflateSync(body);
  if (encoding === 'br') return brotliDecompressSync(body);
  return body;
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** Sockets of the app: only declared hosts, each mapped to where it really listens in this run. */
export class Network {
  constructor(
    private readonly hosts: Record<string, string>,
    public conditions: NetworkConditions,
    private readonly note: (note: Note) => void,
  ) {}

  /** https://api.example/x → http://127.0.0.1:4711/x; a host off the list is refused as on the platform. */
  locate(url: string): URL {
    if (!URL.canParse(url)) throw new Refusal(`invalid url "${url}"`, 600009);
    const asked = new URL(url);
    const base = this.hosts[asked.origin];
    if (!base) throw new Refusal(`url not in domain list:${asked.host}`, 600002);
    return new URL(asked.pathname + asked.search, base);
  }

  async send(call: Call): Promise<Answer> {
    const target = this.locate(call.url);
    const startedAt = performance.now();
    if (this.conditions.delayMs > 0) await pause(this.conditions.delayMs, call.signal);
    if (call.signal.aborted) throw new Refusal('abort');
    if (!this.conditions.online) throw netError(OFFLINE, 'ERR_INTERNET_DISCONNECTED');
    const answer = await this.exchange(target, call);
    const ms = Math.round(performance.now() - startedAt);
    this.note({ kind: 'request', url: call.url, method: call.method, status: answer.status, ms });
    return answer;
  }

  private exchange(target: URL, call: Call): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const body = call.body ?? Buffer.alloc(0);
      const send = target.protocol === 'https:' ? https.request : http.request;
      const request = send(target, {
        method: call.method,
        headers: {
          'accept-encoding': 'gzip, deflate, br',
          ...call.headers,
          ...(body.length > 0 || call.method !== 'GET' ? { 'content-length': String(body.length) } : {}),
        },
        signal: call.signal,
      });
      const timer = setTimeout(
        () => request.destroy(new Refusal('timeout', 5)),
        call.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      );
      const fail = (error: Error & { code?: string }): void => {
        clearTimeout(timer);
        if (error instanceof Refusal) return reject(error);
        if (call.signal.aborted) return reject(new Refusal('abort'));
        const [code, name] = NET_ERRORS[error.code ?? ''] ?? [-2, 'ERR_FAILED'];
        reject(netError(code, name));
      };
      request.on('error', fail);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        const total = Number(response.headers['content-length'] ?? 0);
        let received = 0;
        call.onHeaders?.(response.statusCode ?? 0, response.headers);
        response.on('data', (chunk: Buffer) => {
          received += chunk.length;
          chunks.push(chunk);
          call.onChunk?.(chunk);
          call.onReceived?.(received, total);
        });
        response.on('error', fail);
        response.on('end', () => {
          clearTimeout(timer);
          const { headers, statusCode = 0 } = response;
          resolve({
            status: statusCode,
            headers,
            body: decode(Buffer.concat(chunks), headers['content-encoding']),
          });
        });
      });
      void write(request, body, call.onSent);
    });
  }
}

/** In pieces, so that progress is of bytes that the socket took. */
async function write(request: http.ClientRequest, body: Buffer, onSent: Call['onSent']): Promise<void> {
  const PIECE = 64 * 1024;
  for (let sent = 0; sent < body.length && !request.destroyed; sent += PIECE) {
    const piece = body.subarray(sent, sent + PIECE);
    await new Promise<void>((resolve) => {
      request.write(piece, () => resolve());
      request.once('close', resolve);
    });
    onSent?.(Math.min(body.length, sent + PIECE), body.length);
  }
  request.end();
}

/** Header names as they came, values joined: the platform gives one object. */
export const toHeaderFields = (headers: http.IncomingHttpHeaders): Fields =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
