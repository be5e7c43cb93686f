import http from 'node:http';
import https from 'node:https';
import { performance } from 'node:perf_hooks';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { NetworkConditions } from '../network-conditions';
import type { Fields, Note } from '../protocol';
import { MOST_REDIRECTS, isRedirect, redirected } from './redirects';
import { Refusal } from './refusal';
import { BACKGROUND_MS } from './suspension';
import { Line, Turnstile, pause } from './throttle';

const DEFAULT_TIMEOUT_MS = 60_000;
const OFFLINE = -106;

export interface Call {
  /** Whose places at once it takes. */
  kind?: Kind;
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: Buffer;
  timeoutMs?: number;
  /** Followed unless it says otherwise. */
  redirect?: 'follow' | 'manual';
  signal: AbortSignal;
  /** Bytes of the body that went out. */
  onSent?(sent: number, total: number): void;
  /** Of the last answer alone, where redirects are followed. */
  onHeaders?(head: Head): void;
  onReceived?(received: number, total: number): void;
  onChunk?(chunk: Buffer): void;
}

export interface Head {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** The same for the app: names as they came. */
  fields: Fields;
}

export interface Answer extends Head {
  body: Buffer;
}

const netError = (code: number, name: string): Refusal =>
  new Refusal(`errcode:${code} cronet_error_code:${code} error_msg:net::${name}`, 600001);

const offline = (): Refusal => netError(OFFLINE, 'ERR_INTERNET_DISCONNECTED');
const interrupted = (): Refusal => new Refusal('interrupted', 600003);

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

/** At once, each; the platform lets the next ones wait. */
const AT_ONCE = 10;

export type Kind = 'request' | 'uploadFile' | 'downloadFile';

/** Sockets of the app: only declared hosts, each mapped to where it really listens in this run. */
export class Network {
  private readonly upLine = new Line(() => this.conditions.bytesPerSecond);
  private readonly downLine = new Line(() => this.conditions.bytesPerSecond);
  private readonly turnstiles: Record<Kind, Turnstile> = {
    request: new Turnstile(AT_ONCE),
    uploadFile: new Turnstile(AT_ONCE),
    downloadFile: new Turnstile(AT_ONCE),
  };
  private readonly ending = new Set<(reason: Refusal) => void>();
  private hiding: ReturnType<typeof setTimeout> | undefined;
  private isHidden = false;

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

  /** wss://api.example → ws://127.0.0.1:4711; the list of the platform for sockets holds wss addresses. */
  locateSocket(url: string): URL {
    if (!/^wss:\/\/\S/.test(url) || !URL.canParse(url)) throw new Refusal(`invalid url "${url}"`, 600009);
    const located = this.locate(url.replace(/^wss/, 'https'));
    located.protocol = located.protocol.replace('http', 'ws');
    return located;
  }

  /** Cut, slowed, or itself again; what is under way feels it at once. */
  change(conditions: NetworkConditions): void {
    this.conditions = conditions;
    if (!conditions.online) this.end(offline());
  }

  /** Requests of an app in the background end after a while, and new ones with them, until it is back. */
  hide(): void {
    this.hiding = setTimeout(() => {
      this.isHidden = true;
      this.end(interrupted());
    }, BACKGROUND_MS);
  }

  show(): void {
    clearTimeout(this.hiding);
    this.isHidden = false;
  }

  private end(reason: Refusal): void {
    for (const end of [...this.ending]) end(reason);
  }

  /** Lets so many bytes of the platform's own come in; false when there is no network for them. */
  async carry(bytes: number): Promise<boolean> {
    const controller = new AbortController();
    const end = (): void => controller.abort();
    this.ending.add(end);
    if (!this.conditions.online) end();
    await pause(this.conditions.latencyMs, controller.signal);
    await this.downLine.pass(bytes, controller.signal);
    this.ending.delete(end);
    return !controller.signal.aborted;
  }

  async send(call: Call): Promise<Answer> {
    this.locate(call.url);
    const leave = await this.turnstiles[call.kind ?? 'request'].enter(call.signal);
    if (call.signal.aborted) {
      leave();
      throw new Refusal('abort');
    }
    const controller = new AbortController();
    const ended = new Promise<never>((_, reject) => {
      const end = (reason: Refusal): void => {
        reject(reason);
        controller.abort();
      };
      this.ending.add(end);
      const timer = setTimeout(() => end(new Refusal('timeout', 5)), call.timeoutMs ?? DEFAULT_TIMEOUT_MS);
      call.signal.addEventListener('abort', () => end(new Refusal('abort')), { once: true });
      controller.signal.addEventListener('abort', () => {
        this.ending.delete(end);
        clearTimeout(timer);
      });
    });
    try {
      return await Promise.race([this.attempt({ ...call, signal: controller.signal }), ended]);
    } finally {
      controller.abort();
      leave();
    }
  }

  private async attempt(call: Call): Promise<Answer> {
    const startedAt = performance.now();
    let status = 0;
    try {
      if (this.conditions.latencyMs > 0) await pause(this.conditions.latencyMs, call.signal);
      if (this.isHidden) throw interrupted();
      if (!this.conditions.online) throw offline();
      const answer = await this.follow(call);
      status = answer.status;
      return answer;
    } finally {
      const ms = Math.round(performance.now() - startedAt);
      this.note({ kind: 'request', url: call.url, method: call.method, status, ms });
    }
  }

  /** To declared hosts only, on every step of the way. */
  private async follow(call: Call, steps = 0): Promise<Answer> {
    const answer = await this.exchange(this.locate(call.url), call);
    const { status, headers } = answer;
    if (call.redirect === 'manual' || !isRedirect(status, headers.location)) return answer;
    if (steps === MOST_REDIRECTS) throw netError(-310, 'ERR_TOO_MANY_REDIRECTS');
    return this.follow(redirected(call, status, headers.location), steps + 1);
  }

  private exchange(target: URL, call: Call): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const body = call.body ?? Buffer.alloc(0);
      const send = target.protocol === 'https:' ? https.request : http.request;
      const request = send(target, {
        method: call.method,
        headers: {
          // Pieces are handed on as they come, so they must not be packed.
          'accept-encoding': call.onChunk ? 'identity' : 'gzip, deflate, br',
          ...call.headers,
          ...(body.length > 0 || call.method !== 'GET' ? { 'content-length': String(body.length) } : {}),
        },
        signal: call.signal,
      });
      const fail = (error: Error & { code?: string }): void => {
        const [code, name] = NET_ERRORS[error.code ?? ''] ?? [-2, 'ERR_FAILED'];
        reject(netError(code, name));
      };
      request.on('error', fail);
      request.on('response', (response) => void this.receive(response, call).then(resolve, fail));
      void this.write(request, body, call).catch(fail);
    });
  }

  private async receive(response: http.IncomingMessage, call: Call): Promise<Answer> {
    const { headers, statusCode: status = 0 } = response;
    const head: Head = { status, headers, fields: toHeaderFields(response.rawHeaders) };
    const isOnTheWay = call.redirect !== 'manual' && isRedirect(status, headers.location);
    const { onHeaders, onChunk, onReceived }: Partial<Call> = isOnTheWay ? {} : call;
    const chunks: Buffer[] = [];
    const total = Number(headers['content-length'] ?? 0);
    let received = 0;
    onHeaders?.(head);
    for await (const chunk of response as AsyncIterable<Buffer>) {
      for (const piece of cut(chunk, this.downLine.pieceBytes())) {
        await this.downLine.pass(piece.length, call.signal);
        if (call.signal.aborted) break;
        received += piece.length;
        chunks.push(piece);
        onChunk?.(piece);
        onReceived?.(received, total);
      }
    }
    return { ...head, body: decode(Buffer.concat(chunks), headers['content-encoding']) };
  }

  /** In pieces, so that progress is of bytes that the socket took. */
  private async write(request: http.ClientRequest, body: Buffer, call: Call): Promise<void> {
    const closed = new Promise<void>((resolve) => void request.once('close', resolve));
    let sent = 0;
    for (const piece of cut(body, this.upLine.pieceBytes())) {
      await this.upLine.pass(piece.length, call.signal);
      if (request.destroyed) return;
      const taken = new Promise<void>((resolve) => void request.write(piece, () => resolve()));
      await Promise.race([taken, closed]);
      sent += piece.length;
      call.onSent?.(sent, body.length);
    }
    request.end();
  }
}

function* cut(content: Buffer, bytes: number): Generator<Buffer> {
  for (let at = 0; at < content.length; at += bytes) yield content.subarray(at, at + bytes);
}

/** Names as they came, the values of a name joined: the platform gives one object. */
export function toHeaderFields(raw: string[]): Fields {
  const fields = new Map<string, [name: string, values: string[]]>();
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2);
    const key = name.toLowerCase();
    const field = fields.get(key) ?? [name, []];
    field[1].push(value);
    fields.set(key, field);
  }
  return Object.fromEntries([...fields.values()].map(([name, values]) => [name, values.join(',')]));
}
