import { ReadableStream } from 'node:stream/web';
import { readEvents, splitMessages } from './event-stream';

it.each([
  ['a whole message', 'event: progress\ndata: {"n":1}\n\n', [{ n: 1 }], ''],
  [
    'two, and the start of a third',
    'data: {"n":1}\n\ndata: {"n":2}\n\ndata: {"n"',
    [{ n: 1 }, { n: 2 }],
    'data: {"n"',
  ],
  ['keep-alive comments', ': still here\n\ndata: {"n":1}\n\n', [{ n: 1 }], ''],
  ['carriage returns', 'id: 3\r\ndata: {"n":1}\r\n\r\n', [{ n: 1 }], ''],
  ['a message over two data lines', 'data: {\ndata: "n": 1}\n\n', [{ n: 1 }], ''],
])('reads %s', (_, text, messages, rest) => {
  expect(splitMessages(text)).toEqual({ messages, rest });
});

it('ends when the server has not even said for a while that it is still there', async () => {
  jest.useFakeTimers();
  let ping = () => {};
  const body = new ReadableStream<Uint8Array>({
    start: (controller) =>
      void (ping = () => controller.enqueue(new TextEncoder().encode(': still here\n\n'))),
  });
  globalThis.fetch = async () => ({ ok: true, body }) as unknown as Response;
  let hasEnded = false;
  const onOpen = jest.fn();
  const of = { accessToken: null, signal: new AbortController().signal, onOpen, onMessage: () => undefined };
  const reading = readEvents('/homework/h1/events', of).finally(() => (hasEnded = true));
  await jest.advanceTimersByTimeAsync(0);
  expect(onOpen).toHaveBeenCalled();
  for (let pings = 0; pings < 4; pings++) {
    await jest.advanceTimersByTimeAsync(15_000);
    ping();
  }
  await jest.advanceTimersByTimeAsync(39_000);
  expect(hasEnded).toBe(false);
  await jest.advanceTimersByTimeAsync(2_000);
  await reading;
  jest.useRealTimers();
});
