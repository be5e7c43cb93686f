import { transport } from './transport.h5';
import { parseReply } from './transport.types';

/** An upload over a line that the test moves on. */
class FakeRequest {
  static last: FakeRequest;
  timeout = 0;
  status = 201;
  responseText = '{"id":"f"}';
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => undefined;
  onabort = () => undefined;
  onloadend = () => undefined;
  constructor() {
    FakeRequest.last = this;
  }
  open() {}
  send() {}
  setRequestHeader() {}
  getResponseHeader() {
    return '7';
  }
  abort() {
    this.onabort();
    this.onloadend();
  }
  goOn(part: number) {
    this.upload.onprogress?.({ loaded: part, total: 1 });
  }
  end() {
    this.onload();
    this.onloadend();
  }
}

const uploadIt = () =>
  transport.upload({
    url: '/files/upload',
    headers: {},
    fields: {},
    photo: { id: 'p', url: 'blob:p', file: new File(['x'], 'p.jpg') },
    timeoutMs: 300_000,
    silenceMs: 30_000,
  });

const real = globalThis.XMLHttpRequest;
beforeEach(() => {
  jest.useFakeTimers();
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.XMLHttpRequest = real;
});

it('waits for an upload as long as it goes on', async () => {
  const upload = uploadIt();
  for (let part = 1; part <= 9; part++) {
    jest.advanceTimersByTime(20_000);
    FakeRequest.last.goOn(part / 9);
  }
  FakeRequest.last.end();
  await expect(upload).resolves.toMatchObject({ status: 201, body: { id: 'f' }, retryAfterMs: 7_000 });
  expect(FakeRequest.last.timeout).toBe(300_000);
});

it('gives up an upload that has stood still for too long', async () => {
  const upload = uploadIt();
  FakeRequest.last.goOn(0.1);
  jest.advanceTimersByTime(30_001);
  await expect(upload).rejects.toMatchObject({ code: 'TIMEOUT' });
});

it.each([
  ['{"id":1}', { body: { id: 1 } }],
  ['', { body: undefined }],
  ['<html>请先登录无线网</html>', { body: undefined, isForeign: true }],
])('reads %j', (text, reply) => {
  expect(parseReply(text)).toEqual(reply);
});
