import type { Fields } from '../protocol';
import type { Network } from './http';
import { Refusal } from './refusal';
import type { Progress } from './transfers';

/** So many connections at once; the platform refuses the next one. */
const LIMIT = 5;
const DEFAULT_TIMEOUT_MS = 60_000;
const ABNORMAL = { code: 1006, reason: 'abnormal closure' };

interface Connection {
  socket: WebSocket;
  progress: Progress;
  hasFailed: boolean;
}

/** The option by which Node's WebSocket takes headers; its types know only the browser's arguments. */
type Connect = new (url: URL, options: { protocols: string[]; headers: Record<string, string> }) => WebSocket;

export class Sockets {
  private readonly connections = new Map<number, Connection>();

  constructor(
    private readonly network: Network,
    private readonly ownHeaders: Record<string, string>,
    private readonly timeoutMs: number = DEFAULT_TIMEOUT_MS,
  ) {}

  /** Settles when the attempt is taken up; what becomes of it is told as events. */
  connect(id: number, params: Fields, progress: Progress): Fields {
    const url = this.network.locateSocket(String(params.url));
    if (this.connections.size >= LIMIT) throw new Refusal(`exceed max socket limit ${LIMIT}`);
    const headers = { ...(params.header as Record<string, string>), ...this.ownHeaders };
    const socket = new (WebSocket as unknown as Connect)(url, {
      protocols: params.protocols as string[],
      headers,
    });
    socket.binaryType = 'arraybuffer';
    const connection: Connection = { socket, progress, hasFailed: false };
    this.connections.set(id, connection);
    const timer = setTimeout(() => this.fail(id, 'timeout'), Number(params.timeoutMs ?? this.timeoutMs));
    const later = (tell: () => void): void => void setTimeout(tell, this.network.conditions.latencyMs);
    socket.addEventListener('open', () => {
      clearTimeout(timer);
      later(() => progress('open', { header: {}, profile: {} }));
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) =>
      later(() =>
        progress(
          'message',
          typeof data === 'string' ? { data } : { base64: Buffer.from(data).toString('base64') },
        ),
      ),
    );
    socket.addEventListener('error', () => {
      if (!connection.hasFailed) later(() => progress('error', { errMsg: 'Underlying Transport Error' }));
      connection.hasFailed = true;
    });
    socket.addEventListener('close', ({ code, reason }) => {
      clearTimeout(timer);
      if (!this.connections.delete(id)) return;
      later(() => progress('close', code === ABNORMAL.code ? ABNORMAL : { code, reason }));
    });
    if (!this.network.conditions.online) setTimeout(() => this.fail(id, 'network is down'), 0);
    return { socketTaskId: id };
  }

  /** Ends without a word from the other side. */
  private fail(id: number, why: string): void {
    const connection = this.connections.get(id);
    if (!connection || !this.connections.delete(id)) return;
    connection.hasFailed = true;
    connection.socket.close();
    connection.progress('error', { errMsg: why });
    connection.progress('close', ABNORMAL);
  }

  /** Without a network no connection lives on. */
  cut(): void {
    for (const id of [...this.connections.keys()]) this.fail(id, 'network is down');
  }

  send({ socket, text, base64 }: Fields): Fields {
    const connection = this.connections.get(Number(socket));
    if (!connection) throw new Refusal('SocketTask.readyState is not OPEN');
    connection.socket.send(typeof text === 'string' ? text : Buffer.from(String(base64), 'base64'));
    return {};
  }

  close({ socket, code, reason }: Fields): Fields {
    this.connections.get(Number(socket))?.socket.close(Number(code), String(reason));
    return {};
  }
}
