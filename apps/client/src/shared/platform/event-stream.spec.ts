import { splitMessages } from './event-stream';

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
