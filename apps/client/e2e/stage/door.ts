import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { drawPort } from '../ports';

/** As long as the server's own: a phone's connection must not end just as it is used again. */
const KEEP_ALIVE_MS = 72_000;
/** What is said from one end of a connection to the other, and not to whom it is about. */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** A request that came to the server, and what it was answered. */
export interface Passage {
  method: string;
  /** Without the query. */
  path: string;
  /** Whose access token it bore. */
  account: string | null;
  idempotencyKey: string | null;
  /** Null while there is no answer, and for good where the phone broke it off. */
  status: number | null;
}

/**
 * Stands between one phone and the server that all phones share: it can be shut, which a phone cannot tell from a
 * server that is down, it makes access tokens expire, and it knows what came to the server and in whose name.
 */
export class Door {
  readonly passages: Passage[] = [];
  private readonly tokens = new Set<string>();
  private readonly expired = new Set<string>();
  private readonly gate = http.createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, answer) =>
    this.pass(request, answer),
  );
  private port = 0;

  private constructor(private readonly server: string) {}

  static async before(server: string): Promise<Door> {
    const door = new Door(server);
    for (;;) {
      door.port = drawPort();
      try {
        await door.open();
        return door;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      }
    }
  }

  get address(): string {
    return `http://localhost:${this.port}`;
  }

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.gate.once('error', reject);
      this.gate.listen(this.port, 'localhost', () => {
        this.gate.off('error', reject);
        resolve();
      });
    });
  }

  /** What is under way is broken off, what comes is refused. */
  async shut(): Promise<void> {
    if (!this.gate.listening) return;
    const closed = new Promise((resolve) => this.gate.close(resolve));
    this.gate.closeAllConnections();
    await closed;
  }

  /**
   * Access tokens that were used so far reach the server with another signature: it refuses them like old ones. Within
   * the second of the newest the server would make the same token again, so that is let pass.
   */
  async expireAccessTokens(): Promise<void> {
    for (const token of this.tokens) this.expired.add(token);
    const newestSeconds = Math.max(0, ...[...this.tokens].map((token) => claimsOf(token).iat ?? 0));
    await delay(Math.max(0, (newestSeconds + 1) * 1000 - Date.now()));
  }

  private pass(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { method = 'GET', url = '/', headers } = request;
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    const key = headers['idempotency-key'];
    const passage: Passage = {
      method,
      path: new URL(url, this.server).pathname,
      account: (token !== undefined && claimsOf(token).sub) || null,
      idempotencyKey: typeof key === 'string' ? key : null,
      status: null,
    };
    this.passages.push(passage);
    const onward = http.request(new URL(url, this.server), {
      method,
      agent: false,
      headers: this.onwardHeaders(headers, token),
    });
    onward.on('response', (answer) => {
      passage.status = answer.statusCode ?? null;
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, aboutTheAnswer(answer.rawHeaders));
      // A stream of events begins long before its first event.
      response.flushHeaders();
      answer.on('error', () => response.destroy());
      answer.pipe(response);
    });
    // What one side breaks off is broken off for the other.
    onward.on('error', () => response.destroy());
    response.on('error', () => onward.destroy());
    response.on('close', () => {
      if (!response.writableFinished) onward.destroy();
    });
    request.pipe(onward);
  }

  private onwardHeaders(
    headers: http.IncomingHttpHeaders,
    token: string | undefined,
  ): http.OutgoingHttpHeaders {
    if (token !== undefined) this.tokens.add(token);
    return {
      ...headers,
      // The server knows the origins of its pages; this door's is one of them.
      ...(headers.origin === this.address ? { origin: this.server } : {}),
      ...(token !== undefined && this.expired.has(token)
        ? { authorization: `Bearer ${token.replace(/[^.]*$/, 'of-another-secret')}` }
        : {}),
    };
  }
}

function claimsOf(token: string): { sub?: string; iat?: number } {
  const [, claims = ''] = token.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { sub?: string; iat?: number };
}

/** Names and values in turns, as they came. */
function aboutTheAnswer(rawHeaders: string[]): string[] {
  return rawHeaders.filter((_, at) => {
    const name = rawHeaders[at - (at % 2)] ?? '';
    return !OF_THE_CONNECTION.has(name.toLowerCase());
  });
}
