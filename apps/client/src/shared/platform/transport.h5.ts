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

export const apiOrigin = '';
export const clientType = 'h5';

const send = async (request: OutgoingRequest): Promise<IncomingReply> => {
  const ending = new AbortController();
  const cancel = () => ending.abort();
  if (request.signal?.aborted) throw new ApiError('CANCELLED', 'cancelled before sending');
  request.signal?.addEventListener('abort', cancel);
  const timer = setTimeout(cancel, request.timeoutMs);
  try {
    const reply = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: ending.signal,
      credentials: 'same-origin',
    });
    return {
      status: reply.status,
      ...parseReply(await reply.text()),
      retryAfterMs: toRetryAfterMs(reply.headers.get('Retry-After')),
    };
  } catch (error) {
    if (request.signal?.aborted) throw new ApiError('CANCELLED', 'cancelled');
    throw new ApiError(ending.signal.aborted ? 'TIMEOUT' : 'NETWORK', String(error));
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', cancel);
  }
};

// XMLHttpRequest, because fetch tells nothing of an upload's progress.
const upload = (task: OutgoingUpload): Promise<IncomingReply> =>
  new Promise((resolve, reject) => {
    if (task.signal?.aborted) return reject(new ApiError('CANCELLED', 'cancelled before sending'));
    const xhr = new XMLHttpRequest();
    const form = new FormData();
    Object.entries(task.fields).forEach(([name, value]) => form.append(name, value));
    form.append('file', task.photo.file!, 'photo');
    xhr.open('POST', task.url);
    Object.entries(task.headers).forEach(([name, value]) => xhr.setRequestHeader(name, value));
    xhr.timeout = task.timeoutMs;
    const cancel = () => xhr.abort();
    task.signal?.addEventListener('abort', cancel);
    const tooLong = () => reject(new ApiError('TIMEOUT', 'upload took too long'));
    const silence = listenFor(task.silenceMs, () => {
      tooLong();
      xhr.abort();
    });
    xhr.upload.onprogress = (event) => {
      silence.heard();
      task.onProgress?.(event.total ? event.loaded / event.total : 0);
    };
    xhr.onload = () =>
      resolve({
        status: xhr.status,
        ...parseReply(xhr.responseText),
        retryAfterMs: toRetryAfterMs(xhr.getResponseHeader('Retry-After')),
      });
    xhr.onerror = () => reject(new ApiError('NETWORK', 'upload broken off'));
    xhr.ontimeout = tooLong;
    xhr.onabort = () => reject(new ApiError('CANCELLED', 'upload cancelled'));
    xhr.onloadend = () => {
      silence.end();
      task.signal?.removeEventListener('abort', cancel);
    };
    xhr.send(form);
  });

export const transport: Transport = { send, upload };
