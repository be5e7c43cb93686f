import { createHash } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** RFC 6455, section 1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const [TEXT, BINARY, CLOSE] = [1, 2, 8];

export interface SocketServer {
  address: string;
  /** Headers of the connections that came. */
  seen: Record<string, unknown>[];
  stop(): Promise<void>;
}

const frame = (opcode: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x80 | opcode, content.length]), content]);

function unmask(frameBytes: Buffer): { opcode: number; content: Buffer } {
  const length = frameBytes.readUInt8(1) & 0x7f;
  const mask = frameBytes.subarray(2, 6);
  const content = Buffer.from(frameBytes.subarray(6, 6 + length));
  content.forEach((byte, index) => (content[index] = byte ^ (mask[index % 4] ?? 0)));
  return { opcode: frameBytes.readUInt8(0) & 0x0f, content };
}

/**
 * Says each message back; to "leave" it says goodbye with a code of its own, to "vanish" nothing at all. Messages are
 * short and come one by one, so a frame is a piece of data.
 */
function speak(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes: Buffer) => {
    const { opcode, content } = unmask(bytes);
    if (opcode === CLOSE) return void socket.end(frame(CLOSE, content));
    if (opcode === TEXT && content.toString() === 'vanish') return void socket.destroy();
    if (opcode === TEXT && content.toString() === 'leave')
      return void socket.write(frame(CLOSE, Buffer.concat([Buffer.from([0x0f, 0xa1]), Buffer.from('full')])));
    socket.write(frame(opcode === BINARY ? BINARY : TEXT, content));
  });
}

export async function startSocketServer(): Promise<SocketServer> {
  const seen: Record<string, unknown>[] = [];
  const server: Server = createServer((_, response) => response.writeHead(404).end());
  const open = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    seen.push(request.headers);
    open.add(socket);
    if (request.url === '/refused') return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${MAGIC}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    speak(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
