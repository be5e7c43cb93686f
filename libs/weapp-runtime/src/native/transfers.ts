import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Fields } from '../protocol';
import type { FileStore } from './files';
import type { Answer, Call, Head, Network } from './http';
import { Refusal } from './refusal';

export type Progress = (event: string, detail: Fields) => void;

/** What the platform adds and the app may not set. */
export const ownHeaders = (appId: string): Record<string, string> => ({
  referer: `https://servicewechat.com/${appId}/1/page-frame.html`,
  'user-agent': 'Mozilla/5.0 (Linux; Android 14) Mobile MicroMessenger/8.0.50 MiniProgramEnv/android',
});

const MIME: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};
const SUFFIX: Record<string, string> = { 'image/jpeg': '.jpg', 'image/png': '.png', 'image/webp': '.webp' };

const toHead = ({ status, fields }: Head): Fields => ({ statusCode: status, header: fields });
const cookiesOf = ({ headers }: Head): string[] => headers['set-cookie'] ?? [];

export class Transfers {
  private readonly running = new Map<number, AbortController>();

  constructor(
    private readonly network: Network,
    private readonly files: FileStore,
    private readonly appId: string,
    private readonly timeouts: Record<string, number> = {},
  ) {}

  abort(task: number): void {
    this.running.get(task)?.abort();
  }

  private async send(task: number, params: Fields, call: Partial<Call>): Promise<Answer> {
    const controller = new AbortController();
    const own = this.timeouts[call.kind ?? 'request'];
    const timeoutMs = typeof params.timeoutMs === 'number' ? params.timeoutMs : own;
    this.running.set(task, controller);
    try {
      const header = Object.entries((params.header ?? {}) as Record<string, unknown>)
        .filter(([name]) => name !== 'referer')
        .map(([name, value]) => [name, String(value)]);
      return await this.network.send({
        url: String(params.url),
        method: 'GET',
        signal: controller.signal,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...call,
        headers: {
          ...ownHeaders(this.appId),
          ...(Object.fromEntries(header) as Fields),
          ...call.headers,
        } as Record<string, string>,
      });
    } finally {
      this.running.delete(task);
    }
  }

  /** A picture that the platform itself loads. */
  async picture(url: string): Promise<Buffer> {
    const { signal } = new AbortController();
    const answer = await this.network.send({ url, method: 'GET', signal, headers: ownHeaders(this.appId) });
    if (answer.status >= 400) throw new Refusal(`download image fail. reason: ${answer.status}`);
    return answer.body;
  }

  async request(task: number, params: Fields, progress: Progress): Promise<Fields> {
    const { url, method, query, body, bodyBase64, chunked } = params;
    const payload =
      typeof bodyBase64 === 'string'
        ? Buffer.from(bodyBase64, 'base64')
        : Buffer.from(typeof body === 'string' ? body : '');
    const full =
      typeof query === 'string' && query !== ''
        ? `${String(url)}${String(url).includes('?') ? '&' : '?'}${query}`
        : String(url);
    const answer = await this.send(
      task,
      { ...params, url: full },
      {
        method: String(method),
        body: payload,
        ...(params.redirect === 'manual' ? { redirect: 'manual' } : {}),
        onHeaders: (head) => progress('headers', { ...toHead(head), cookies: cookiesOf(head) }),
        ...(chunked
          ? { onChunk: (chunk: Buffer) => progress('chunk', { base64: chunk.toString('base64') }) }
          : {}),
      },
    );
    return {
      ...toHead(answer),
      cookies: cookiesOf(answer),
      text: answer.body.toString('utf8'),
      bodyBase64: answer.body.toString('base64'),
    };
  }

  async upload(task: number, params: Fields, progress: Progress): Promise<Fields> {
    const filePath = String(params.filePath);
    const content = this.files.read(filePath);
    const boundary = `----wx${randomUUID().replaceAll('-', '')}`;
    const fields = Object.entries(params.formData as Fields).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
    );
    const fileName = path.basename(filePath);
    const type = MIME[path.extname(fileName).toLowerCase()] ?? 'application/octet-stream';
    const fileHead = `--${boundary}\r\ncontent-disposition: form-data; name="${String(params.name)}"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(fields.join('') + fileHead),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await this.send(task, params, {
      kind: 'uploadFile',
      method: 'POST',
      body,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      onHeaders: (head) => progress('headers', toHead(head)),
      onSent: (sent, total) =>
        progress('progress', {
          progress: Math.round((sent / total) * 100),
          totalBytesSent: sent,
          totalBytesExpectedToSend: total,
        }),
    });
    return {
      ...toHead(answer),
      data: answer.body.toString('utf8'),
    };
  }

  async download(task: number, params: Fields, progress: Progress): Promise<Fields> {
    const answer = await this.send(task, params, {
      kind: 'downloadFile',
      onHeaders: (head) => progress('headers', toHead(head)),
      onReceived: (received, total) =>
        progress('progress', {
          progress: total > 0 ? Math.round((received / total) * 100) : 0,
          totalBytesWritten: received,
          totalBytesExpectedToWrite: total,
        }),
    });
    const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    const suffix = SUFFIX[type] ?? path.extname(new URL(String(params.url)).pathname);
    if (typeof params.filePath === 'string') {
      this.files.write(params.filePath, answer.body);
      return { statusCode: answer.status, filePath: params.filePath };
    }
    return { statusCode: answer.status, tempFilePath: this.files.keepTemporary(answer.body, suffix) };
  }
}
