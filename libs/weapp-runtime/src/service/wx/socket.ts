import type { Fields } from '../../protocol';
import { bufferFromBase64, bufferToBase64 } from '../base64';
import { ApiFailure, forget, invoke, start } from '../bridge';
import { guarded, report } from '../errors';
import { asyncApi, check, tell, toError, typeName } from './api';

type Listener = (detail: Fields) => void;
const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3];
const NORMAL = 1000;
const REASON_LIMIT_BYTES = 123;

class SocketTask {
  readonly CONNECTING = CONNECTING;
  readonly OPEN = OPEN;
  readonly CLOSING = CLOSING;
  readonly CLOSED = CLOSED;
  readyState = CONNECTING;
  private readonly listeners: Record<string, Listener[]> = {};

  constructor(private readonly id: () => number) {
    for (const name of ['listeners', 'id']) Object.defineProperty(this, name, { enumerable: false });
  }

  onOpen(listener: Listener): void {
    this.on('open', listener);
  }

  onMessage(listener: Listener): void {
    this.on('message', listener);
  }

  onError(listener: Listener): void {
    this.on('error', listener);
  }

  onClose(listener: Listener): void {
    this.on('close', listener);
  }

  private on(event: string, listener: Listener): void {
    (this.listeners[event] ??= []).push(listener);
  }

  hear(event: string, detail: Fields): void {
    if (event === 'open') this.readyState = OPEN;
    if (event === 'close') this.readyState = CLOSED;
    for (const listener of this.listeners[event] ?? []) guarded(() => listener(detail));
  }

  send(options: Fields): unknown {
    return asyncApi('sendSocketMessage', ({ data }) => {
      if (this.readyState !== OPEN) throw new ApiFailure('SocketTask.readyState is not OPEN');
      if (typeof data !== 'string' && !(data instanceof ArrayBuffer))
        throw new ApiFailure(
          `parameter error: parameter.data should be String instead of ${typeName(data)};`,
          1001,
        );
      const message = typeof data === 'string' ? { text: data } : { base64: bufferToBase64(data) };
      return invoke('socket.send', { socket: this.id(), ...message });
    })(options);
  }

  close(options: Fields = {}): unknown {
    return asyncApi('closeSocket', ({ code = NORMAL, reason = '' }) => {
      if (this.readyState >= CLOSING) throw new ApiFailure('SocketTask.readyState is CLOSED');
      if (code !== NORMAL && !(Number(code) >= 3000 && Number(code) <= 4999))
        throw new ApiFailure('the code must be either 1000, or between 3000 and 4999');
      if (bufferLength(String(reason)) > REASON_LIMIT_BYTES)
        throw new ApiFailure(`the reason must not be longer than ${REASON_LIMIT_BYTES} bytes`);
      this.readyState = CLOSING;
      return invoke('socket.close', { socket: this.id(), code, reason });
    })(options);
  }
}

const bufferLength = (text: string): number => encodeURIComponent(text).replace(/%../g, 'x').length;

const toDetail = (event: string, detail: Fields): Fields =>
  event === 'message' && typeof detail.base64 === 'string'
    ? { data: bufferFromBase64(detail.base64) }
    : detail;

/** A task of its own for each connection; success says only that the attempt was taken up. */
export function connectSocket(options: Fields): SocketTask {
  let id = 0;
  const task = new SocketTask(() => id);
  void (async () => {
    try {
      check(options, { url: 'String' });
      const { url, header, protocols, timeout } = options;
      const call = start(
        'socket.connect',
        { url, header: header ?? {}, protocols: protocols ?? [], timeoutMs: timeout },
        (event, detail) => {
          if (event === 'close') forget(id);
          task.hear(event, toDetail(event, detail));
        },
        true,
      );
      id = call.id;
      const taken = await call.result;
      tell(options, 'success', { ...taken, errMsg: 'connectSocket:ok' });
    } catch (failure) {
      task.readyState = CLOSED;
      tell(options, 'fail', toError('connectSocket', failure));
    }
  })().catch(report);
  return task;
}
