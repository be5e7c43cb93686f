import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { ErrorBody, FileView } from '@wuhao/contracts';
import { uuidv7 } from '@wuhao/core';
import { badPictures, jpegPhoto } from '@wuhao/storage/testing';
import { startFilesApp, type FilesTestApp } from './testing/files-app';

let files: FilesTestApp;
beforeAll(async () => {
  files = await startFilesApp();
});
afterAll(() => files.stop());

/** Nothing of what was refused is kept: no row, no object, no upload on its way. */
async function expectNothingKept() {
  expect(await files.rowCount()).toBe(0);
  expect(await files.filesLeft()).toEqual([]);
}

const answer = async (response: Response) => ({
  status: response.status,
  code: ErrorBody.parse(await response.json()).code,
});

const STATUS = { FILE_TOO_LARGE: 413, FILE_TYPE_REFUSED: 415, PICTURE_UNREADABLE: 422 };
const REFUSED: Record<string, keyof typeof STATUS> = {
  empty: 'PICTURE_UNREADABLE',
  oneByte: 'PICTURE_UNREADABLE',
  text: 'FILE_TYPE_REFUSED',
  svg: 'FILE_TYPE_REFUSED',
  gif: 'FILE_TYPE_REFUSED',
  tiff: 'FILE_TYPE_REFUSED',
  truncatedJpeg: 'PICTURE_UNREADABLE',
  truncatedPng: 'PICTURE_UNREADABLE',
  truncatedWebp: 'PICTURE_UNREADABLE',
  jpegWithoutPixels: 'PICTURE_UNREADABLE',
  jpegOf4Gigapixels: 'FILE_TOO_LARGE',
  pngOf900Megapixels: 'FILE_TOO_LARGE',
  pngWithBadChecksum: 'PICTURE_UNREADABLE',
  lineOf30000Pixels: 'FILE_TOO_LARGE',
  jpegAndScript: 'FILE_TYPE_REFUSED',
  jpegAndPage: 'FILE_TYPE_REFUSED',
  jpegAndArchive: 'FILE_TYPE_REFUSED',
  pngAndPhp: 'FILE_TYPE_REFUSED',
};

describe('a file that is no picture', () => {
  it('is refused by what it is, whatever it is called, and nothing of it is kept', async () => {
    const bad = await badPictures();
    const answers: Record<string, unknown> = {};
    for (const [name, bytes] of Object.entries(bad)) answers[name] = await answer(await files.upload(bytes));
    expect(answers).toEqual(
      Object.fromEntries(
        Object.entries(REFUSED).map(([name, code]) => [name, { status: STATUS[code], code }]),
      ),
    );
    await expectNothingKept();
  });

  it.each([10 * 1024 * 1024 + 1, 30_000_000])('is refused with %i bytes, picture or not', async (size) => {
    const large = Buffer.concat([await jpegPhoto(), Buffer.alloc(size)]).subarray(0, size);
    expect(await answer(await files.upload(large))).toEqual({ status: 413, code: 'FILE_TOO_LARGE' });
    await expectNothingKept();
  });

  it('cannot choose where it goes by its name', async () => {
    for (const name of [
      '../../../../tmp/wuhao-planted.jpg',
      '/etc/wuhao-planted',
      'a\\..\\wuhao-planted',
      '\0.jpg',
    ]) {
      const token = await files.newStudent();
      const file = FileView.parse(await (await files.upload(await jpegPhoto(), { name, token })).json());
      const kept = await files.filesLeft();
      expect(kept.filter((kept) => !kept.startsWith(file.id))).toEqual([]);
      await files.forget(token);
    }
    await expectNothingKept();
  });
});

describe('a form that is no upload', () => {
  const form = async (...parts: [name: string, value: string | null][]) => {
    const data = new FormData();
    const picture = new Blob([new Uint8Array(await jpegPhoto())]);
    for (const [name, value] of parts) {
      if (value === null) data.append(name, picture, 'photo.jpg');
      else data.append(name, value);
    }
    return data;
  };
  const purpose: [string, string] = ['purpose', 'homework'];
  const file: [string, null] = ['file', null];

  it.each<[string, [string, string | null][]]>([
    ['is empty', []],
    ['has no file', [purpose]],
    ['has no purpose', [file]],
    ['has its purpose after the file', [file, purpose]],
    ['has two files', [purpose, file, file]],
    ['has a second file of another name', [purpose, file, ['other', null]]],
    ['has its file under another name', [purpose, ['photo', null]]],
    ['has a purpose that does not exist', [['purpose', 'wallpaper'], file]],
    ['has two purposes', [purpose, purpose, file]],
    ['has a field more', [purpose, ['studentId', 'x'], file]],
    ['has a field more after the file', [purpose, file, ['role', 'operator']]],
    ['has a prototype for a field', [purpose, ['__proto__', 'x'], file]],
    ['has its file as text', [purpose, ['file', 'text']]],
    ['has a thousand fields', Array.from({ length: 1000 }, (): [string, string] => ['a', 'b'])],
  ])('is refused when it %s', async (_name, parts) => {
    expect(await answer(await files.send(await form(...parts)))).toEqual({
      status: 400,
      code: 'VALIDATION_FAILED',
    });
    await expectNothingKept();
  });

  it.each([
    ['application/json', '{}'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=', 'x'],
    ['multipart/form-data; boundary=b', '--b\r\nnothing like a part'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nhomework',
    ],
    ['multipart/form-data; boundary=b', '--b--'],
    ['text/plain', 'x'],
  ])('is refused as %s %j', async (type, body) => {
    const response = await fetch(`${files.origin}/api/v1/files/upload`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${files.student}`,
        'idempotency-key': uuidv7(),
        'content-type': type,
      },
      body,
    });
    expect(await answer(response)).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
    await expectNothingKept();
  });

  it('is refused without a token, and without a key', async () => {
    const url = `${files.origin}/api/v1/files/upload`;
    const body = await form(purpose, file);
    expect(await answer(await fetch(url, { method: 'POST', body }))).toMatchObject({ status: 401 });
    const headers = { authorization: `Bearer ${files.student}` };
    expect(await answer(await fetch(url, { method: 'POST', body, headers }))).toMatchObject({ status: 400 });
  });

  it('is refused for a minute after 120 of them', async () => {
    const token = await files.newStudent();
    const statuses = [];
    for (let i = 0; i < 121; i++) statuses.push((await files.send(new FormData(), { token })).status);
    expect(new Set(statuses.slice(0, 120))).toEqual(new Set([400]));
    const refused = await files.send(await form(purpose, file), { token });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer(refused)).toEqual({ status: 429, code: 'RATE_LIMITED' });
    expect((await files.send(new FormData())).status).toBe(400);
  });
});

describe('while the client is still sending', () => {
  const BOUNDARY = 'wuhao-boundary';
  const HEAD =
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nhomework\r\n` +
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;

  function start(headers: Record<string, string | number> = {}, agent?: Agent): ClientRequest {
    const started = request({
      ...{ host: '127.0.0.1', port: files.port, method: 'POST', path: '/api/v1/files/upload', agent },
      headers: {
        authorization: `Bearer ${files.student}`,
        'idempotency-key': uuidv7(),
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        ...headers,
      },
    });
    started.on('error', () => undefined);
    return started;
  }

  it.each<[string, number, (bad: Record<string, Buffer>) => Buffer]>([
    ['a text', 415, (bad) => bad.text!],
    ['900 megapixels', 413, (bad) => bad.pngOf900Megapixels!.subarray(0, 40)],
    ['4 gigapixels', 413, (bad) => bad.jpegOf4Gigapixels!.subarray(0, 400)],
  ])('%s is refused by its first bytes and the answer can be read', async (_name, status, of) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const upload = start({}, agent);
    upload.write(HEAD);
    await pause(50);
    upload.write(of(await badPictures()));
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(status);
    ErrorBody.parse(await json(response));
    // The rest of what the client had begun is taken and dropped, and the connection goes on.
    for (let i = 0; i < 20; i++) upload.write(Buffer.alloc(100_000));
    upload.end();
    await once(upload, 'close');
    const next = start({}, agent).end(`--${BOUNDARY}--\r\n`);
    const [answered] = (await once(next, 'response')) as [IncomingMessage];
    expect(answered.statusCode).toBe(400);
    answered.resume();
    agent.destroy();
    await expectNothingKept();
  });

  it('30 MB are refused by the announcement, before a byte of them', async () => {
    const upload = start({ 'content-length': 30_000_000 });
    upload.flushHeaders();
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    ErrorBody.parse(await json(response));
    upload.destroy();
  });

  it('a client that closes its connection behind the answer gets it too', async () => {
    const upload = start({ connection: 'close', 'content-length': 30_000_000 }, new Agent());
    upload.write(HEAD);
    const response = once(upload, 'response') as Promise<[IncomingMessage]>;
    for (let sent = HEAD.length; sent < 30_000_000; sent += 100_000) {
      upload.write(Buffer.alloc(Math.min(100_000, 30_000_000 - sent)));
      await pause(0);
    }
    upload.end();
    const [answered] = await response;
    expect(answered.statusCode).toBe(413);
    ErrorBody.parse(await json(answered));
  });

  it('what never ends is cut off', async () => {
    const socket = connect(files.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    let answered = '';
    socket.on('data', (chunk) => (answered += String(chunk)));
    socket.write(
      'POST /api/v1/files/upload HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000000\r\n' +
        `authorization: Bearer ${files.student}\r\nidempotency-key: ${uuidv7()}\r\n` +
        `content-type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n`,
    );
    let sent = 0;
    for (const piece = Buffer.alloc(1_000_000); !socket.destroyed && sent < 900_000_000; sent += piece.length)
      if (!socket.write(piece)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
    expect(answered).toMatch(/^HTTP\/1.1 413 /);
    expect(sent).toBeGreaterThan(50_000_000);
    expect(sent).toBeLessThan(900_000_000);
    await expectNothingKept();
  });

  it('a client that goes away leaves nothing', async () => {
    const photo = await jpegPhoto({ width: 1600, height: 1200 });
    for (const bytes of [photo.subarray(0, 100), photo.subarray(0, photo.length - 10), photo]) {
      const upload = start();
      upload.write(HEAD);
      upload.write(bytes);
      await pause(100);
      upload.destroy();
    }
    for (let waited = 0; waited < 2000 && (await files.filesLeft()).length > 0; waited += 50) await pause(50);
    await expectNothingKept();
  });
});
