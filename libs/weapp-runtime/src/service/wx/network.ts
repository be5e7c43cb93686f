import type { Fields } from '../../protocol';
import { ApiFailure, invoke, start, parse, stringify } from '../bridge';
import { guarded } from '../errors';
import { bufferFromBase64, bufferToBase64 } from '../base64';
import { asyncApi, check, tell, toError } from './api';

type Listener = (detail: Fields) => void;

/** The task object of request, uploadFile and downloadFile. */
function createTask(call: () => { id: number }) {
  const listeners = new Map<string, Set<Listener>>();
  const subscribe = (event: string) => (listener: Listener) => {
    listeners.set(event, (listeners.get(event) ?? new Set<Listener>()).add(listener));
  };
  const unsubscribe = (event: string) => (listener?: Listener) => {
    if (listener) listeners.get(event)?.delete(listener);
    else listeners.delete(event);
  };
  return {
    tell: (event: string, detail: Fields) => {
      for (const listener of [...(listeners.get(event) ?? [])]) guarded(() => listener(detail));
    },
    task: {
      abort: () => void invoke('abort', { task: call().id }),
      onProgressUpdate: subscribe('progress'),
      offProgressUpdate: unsubscribe('progress'),
      onHeadersReceived: subscribe('headers'),
      offHeadersReceived: unsubscribe('headers'),
      onChunkReceived: subscribe('chunk'),
      offChunkReceived: unsubscribe('chunk'),
    },
  };
}

function toBody(options: Fields, headers: Fields): Fields {
  const { data } = options;
  if (data === undefined || data === null) return {};
  if (data instanceof ArrayBuffer) return { bodyBase64: bufferToBase64(data) };
  if (typeof data === 'string') return { body: data };
  const method = String(options.method ?? 'GET').toUpperCase();
  const type = String(headers['content-type'] ?? '');
  const isForm = type.includes('application/x-www-form-urlencoded');
  if (method === 'GET' || isForm) {
    const query = Object.entries(data as Fields)
      .map(
        ([name, value]) =>
          `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'string' ? value : stringify(value))}`,
      )
      .join('&');
    return isForm && method !== 'GET' ? { body: query } : { query };
  }
  return { body: stringify(data) };
}

const lowerCased = (headers: unknown): Fields =>
  Object.fromEntries(
    Object.entries((headers ?? {}) as Fields).map(([name, value]) => [name.toLowerCase(), value]),
  );

/** JSON when it is asked for and is JSON, else the text: the platform never fails on a body that does not parse. */
function toData(options: Fields, result: Fields): unknown {
  const bytes = String(result.bodyBase64 ?? '');
  if (options.responseType === 'arraybuffer') return bufferFromBase64(bytes);
  const text = String(result.text ?? '');
  if ((options.dataType ?? 'json') !== 'json') return text;
  try {
    return parse(text) as unknown;
  } catch {
    return text;
  }
}

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

export function request(options: Fields) {
  let id = 0;
  const { task, tell: progress } = createTask(() => ({ id }));
  void (async () => {
    try {
      check(options, { url: 'String' });
      const method = String(options.method ?? 'GET').toUpperCase();
      if (!METHODS.includes(method)) throw new ApiFailure('method is invalid');
      const header = { 'content-type': 'application/json', ...lowerCased(options.header) };
      const call = start(
        'request',
        {
          url: options.url,
          method,
          redirect: options.redirect,
          header,
          timeoutMs: options.timeout,
          chunked: options.enableChunked === true,
          ...toBody(options, header),
        },
        (event, detail) =>
          progress(event, event === 'chunk' ? { data: bufferFromBase64(String(detail.base64)) } : detail),
      );
      id = call.id;
      const result = await call.result;
      const { statusCode, header: answered, cookies } = result;
      const data = options.enableChunked === true ? '' : toData(options, result);
      tell(options, 'success', { data, statusCode, header: answered, cookies, errMsg: 'request:ok' });
    } catch (failure) {
      tell(options, 'fail', toError('request', failure));
    }
  })();
  return task;
}

/** uploadFile and downloadFile: a task, or a promise where no callback was given (the platform gives the task then, too). */
function transfer(name: 'uploadFile' | 'downloadFile', types: Record<string, string>) {
  return (options: Fields) => {
    let id = 0;
    const { task, tell: progress } = createTask(() => ({ id }));
    void (async () => {
      try {
        check(options, types);
        const { url, filePath, name: field, formData, timeout } = options;
        const call = start(
          name,
          {
            url,
            filePath,
            name: field,
            formData: formData ?? {},
            header: lowerCased(options.header),
            timeoutMs: timeout,
          },
          progress,
        );
        id = call.id;
        tell(options, 'success', { ...(await call.result), errMsg: `${name}:ok` });
      } catch (failure) {
        tell(options, 'fail', toError(name, failure));
      }
    })();
    return task;
  };
}

export const networkApis = {
  request,
  uploadFile: transfer('uploadFile', { url: 'String', filePath: 'String', name: 'String' }),
  downloadFile: transfer('downloadFile', { url: 'String' }),
  getNetworkType: asyncApi('getNetworkType', () => invoke('getNetworkType')),
};
