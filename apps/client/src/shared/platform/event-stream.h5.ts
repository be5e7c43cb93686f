import { apiOrigin } from './transport';
import { listenFor } from './transport.types';
import { headersOf } from '../http/call';

interface Options {
  accessToken: string | null;
  signal: AbortSignal;
  onOpen: () => void;
  onMessage: (data: unknown) => void;
}

/** The server says every 15 s that it is still there. A line that has died says nothing at all. */
const SILENCE_MS = 40_000;

/** The `data:` of each complete message in the text, and the rest that is still incomplete. */
export const splitMessages = (text: string): { messages: unknown[]; rest: string } => {
  const parts = text.replace(/\r\n/g, '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  const messages = parts
    .map((part) =>
      part
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim())
        .join('\n'),
    )
    .filter((data) => data !== '')
    .map((data) => JSON.parse(data) as unknown);
  return { messages, rest };
};

/**
 * Server-sent events by fetch, because EventSource can carry no header and a token is never in an address.
 * Ends with the stream, or when that has fallen silent.
 */
export const readEvents = async (path: string, of: Options): Promise<void> => {
  const reply = await fetch(`${apiOrigin}/api/v1${path}`, {
    headers: { ...headersOf(of), Accept: 'text/event-stream' },
    signal: of.signal,
  });
  if (!reply.ok || !reply.body) return;
  of.onOpen();
  const reader = reply.body.getReader();
  const decoder = new TextDecoder();
  const silence = listenFor(SILENCE_MS, () => void reader.cancel());
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      silence.heard();
      const { messages, rest } = splitMessages(text + decoder.decode(value, { stream: true }));
      text = rest;
      messages.forEach(of.onMessage);
    }
  } finally {
    silence.end();
  }
};
