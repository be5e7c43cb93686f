import Taro from '@tarojs/taro';
import { ApiError } from '../http/api-error';
import {
  listenFor,
  parseReply,
  toRetryAfterMs,
  type IncomingReply,
  type OutgoingRequest,
  type OutgoingUpload,
  type Transport,
} from './transport.types';

export const apiOrigin = API_ORIGIN;
export const clientType = 'miniprogram';

/** Phones differ in how they write header names. */
const retryAfterMsOf = (header: object): number | undefined =>
  toRetryAfterMs(Object.entries(header).find(([name]) => /^retry-after$/i.test(name))?.[1] as string);

/** Some phones parse JSON by themselves. */
const replyOf = (data: unknown) => (typeof data === 'string' ? parseReply(data) : { body: data });

interface Running extends Promise<unknown> {
  abort(): void;
}

/** WeChat tells failures apart by text only, e.g. `request:fail timeout`. */
const settle = (
  signal: AbortSignal | undefined,
  start: (done: (reply: IncomingReply) => void, fail: (error: { errMsg?: string }) => void) => Running,
): Promise<IncomingReply> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new ApiError('CANCELLED', 'cancelled before sending'));
    const finish = () => signal?.removeEventListener('abort', cancel);
    const task = start(
      (reply) => {
        finish();
        resolve(reply);
      },
      ({ errMsg = '' }) => {
        finish();
        const code = signal?.aborted ? 'CANCELLED' : /time/i.test(errMsg) ? 'TIMEOUT' : 'NETWORK';
        reject(new ApiError(code, errMsg));
      },
    );
    // The outcome came through the callbacks; Taro's promise rejects as well, and nobody else would hear it.
    task.catch(() => undefined);
    const cancel = () => task.abort();
    signal?.addEventListener('abort', cancel);
  });

/** wx.request knows no PATCH: it goes as a POST that says so. */
const methodOf = ({ method, headers }: OutgoingRequest) =>
  method === 'PATCH'
    ? ({ method: 'POST', header: { ...headers, 'X-HTTP-Method-Override': method } } as const)
    : { method, header: headers };

const send = (request: OutgoingRequest) =>
  settle(request.signal, (done, fail) =>
    Taro.request({
      url: request.url,
      ...methodOf(request),
      data: request.body,
      // JSON is parsed here, so that a broken answer is no exception inside of WeChat's code.
      dataType: 'text',
      timeout: request.timeoutMs,
      success: (reply) =>
        done({
          status: reply.statusCode,
          ...replyOf(reply.data),
          retryAfterMs: retryAfterMsOf(reply.header),
        }),
      fail,
    }),
  );

const upload = (task: OutgoingUpload) =>
  settle(task.signal, (done, fail) => {
    let retryAfterMs: number | undefined;
    const running = Taro.uploadFile({
      url: task.url,
      header: task.headers,
      filePath: task.photo.url,
      name: 'file',
      formData: task.fields,
      timeout: task.timeoutMs,
      success: (reply) => done({ status: reply.statusCode, ...replyOf(reply.data), retryAfterMs }),
      fail,
      complete: () => silence.end(),
    });
    const silence = listenFor(task.silenceMs, () => {
      fail({ errMsg: 'timeout of the upload' });
      running.abort();
    });
    running.headersReceive?.(({ header }) => (retryAfterMs = retryAfterMsOf(header)));
    running.progress?.((event) => {
      silence.heard();
      task.onProgress?.(event.progress / 100);
    });
    return running;
  });

export const transport: Transport = { send, upload };
