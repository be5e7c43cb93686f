import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { type WeappDriver, launch } from './weapp';

const PHOTO = path.join(FIXTURE, 'assets/dot.png');
const API = 'https://api.fixture.example';

let server: Server;
let app: WeappDriver;
let bench: Bench;
const seen: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = [];

const call = (...args: Parameters<Bench['call']>) => bench.call(...args);
const send = (api: string, options: Record<string, unknown>) => bench.send({ api, options });
const answerOf = (n: number) => bench.answerOf(n);

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString('latin1') });
      if (url === '/slow') return setTimeout(() => response.end('late'), 2_000).unref();
      if (url === '/cut') return void request.socket.destroy();
      if (url === '/away')
        return void response.writeHead(302, { Location: 'https://elsewhere.example/' }).end();
      if (url === '/moved') return void response.writeHead(302, { Location: '/dot.png' }).end();
      if (url === '/dot.png') return void response.end(readFileSync(PHOTO));
      if (url === '/picture') return void response.setHeader('content-type', 'image/png').end('png');
      response.statusCode = url === '/teapot' ? 418 : 200;
      response
        .setHeader('content-type', 'application/json')
        .setHeader('X-Camel', 'yes')
        .setHeader('set-cookie', ['a=1', 'b=2'])
        .end(JSON.stringify({ ok: true }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const hosts = { [API]: `http://127.0.0.1:${port}`, 'https://dead.fixture.example': 'http://127.0.0.1:9' };
  app = await launch({ dist: FIXTURE, path: 'pages/bench', hosts });
  bench = new Bench(app);
}, 30_000);
afterAll(async () => {
  await app?.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
provesItsCases(() => app);

describe('request', () => {
  it('sends over a real socket and reads JSON, status, headers and cookies', async () => {
    const { outcome, result } = await call('request', {
      url: `${API}/x?q=1`,
      method: 'POST',
      data: { name: '小明' },
      header: { 'X-One': '1' },
    });
    expect([outcome, result.statusCode, result.data]).toEqual(['success', 200, { ok: true }]);
    expect(result.cookies).toEqual(['a=1', 'b=2']);
    expect(result.header).toMatchObject({ 'X-Camel': 'yes', 'content-type': 'application/json' });
    const got = seen.at(-1);
    expect(got).toMatchObject({
      method: 'POST',
      url: '/x?q=1',
      body: Buffer.from('{"name":"小明"}').toString('latin1'),
    });
    expect(got?.headers).toMatchObject({ 'content-type': 'application/json', 'x-one': '1' });
    expect(String(got?.headers.referer)).toMatch(/^https:\/\/servicewechat\.com\//);
  });

  it('takes a status that is no success as an answer', async () => {
    const { outcome, result } = await call('request', { url: `${API}/teapot` });
    expect([outcome, result.statusCode]).toEqual(['success', 418]);
  });

  it('puts the data of a GET into the query', async () => {
    await call('request', { url: `${API}/list`, data: { page: 2, q: '中' } });
    expect(seen.at(-1)?.url).toBe('/list?page=2&q=%E4%B8%AD');
  });

  it.each([
    [
      'a host off the list',
      { url: 'https://elsewhere.example/' },
      /^request:fail url not in domain list:elsewhere\.example$/,
      600002,
    ],
    [
      'no url',
      {},
      /^request:fail parameter error: parameter\.url should be String instead of Undefined;$/,
      1001,
    ],
    ['a text that is no url', { url: 'nowhere' }, /^request:fail invalid url "nowhere"$/, 600009],
    [
      'a method of its own',
      { url: `${API}/x`, method: 'PATCH' },
      /^request:fail method is invalid$/,
      undefined,
    ],
    [
      'a redirect to a host off the list',
      { url: `${API}/away` },
      /^request:fail url not in domain list:elsewhere\.example$/,
      600002,
    ],
    ['an answer that takes too long', { url: `${API}/slow`, timeout: 200 }, /^request:fail timeout$/, 5],
    ['a server that hangs up', { url: `${API}/cut` }, /ERR_CONNECTION_RESET$/, 600001],
    [
      'a server that is not there',
      { url: 'https://dead.fixture.example/' },
      /ERR_CONNECTION_REFUSED$/,
      600001,
    ],
  ])('fails for %s', async (_, options, errMsg, errno) => {
    const { outcome, result } = await call('request', options);
    expect(outcome).toBe('fail');
    expect(result.errMsg).toMatch(errMsg);
    expect(result.errno).toBe(errno);
  });

  it('follows a redirect, unless it is told not to', async () => {
    expect((await call('request', { url: `${API}/moved` })).result.statusCode).toBe(200);
    const manual = await call('request', { url: `${API}/moved`, redirect: 'manual' });
    expect([manual.result.statusCode, manual.result.header]).toEqual([
      302,
      expect.objectContaining({ Location: '/dot.png' }),
    ]);
  });

  it('is ended by abort', async () => {
    const { outcome, result } = await call('request', { url: `${API}/slow` }, { abort: true });
    expect([outcome, result.errMsg]).toEqual(['fail', 'request:fail abort']);
  });

  it('fails while the network is away, and works when it is back', async () => {
    await app.setNetwork({ online: false });
    expect((await call('request', { url: `${API}/x` })).result.errMsg).toContain('ERR_INTERNET_DISCONNECTED');
    expect((await call('getNetworkType')).result.networkType).toBe('none');
    await app.setNetwork({ online: true });
    expect((await call('request', { url: `${API}/x` })).outcome).toBe('success');
    expect((await call('getNetworkType')).result.networkType).toBe('wifi');
  });
});

describe('photos and files', () => {
  const choose = async (api: string): Promise<Record<string, unknown>> => {
    await app.choosePhotos([PHOTO]);
    return (await call(api, { count: 1 })).result;
  };

  it('chooses pictures by both names of the call', async () => {
    const media = await choose('chooseMedia');
    expect(media).toMatchObject({
      type: 'image',
      tempFiles: [{ fileType: 'image', size: expect.any(Number) as number }],
    });
    const image = await choose('chooseImage');
    expect(image.tempFilePaths).toEqual([expect.stringMatching(/^wxfile:\/\/tmp_.*\.png$/)]);
  });

  it('names videos as missing, and gives no picture in their place', async () => {
    const { outcome, result } = await call('chooseMedia', { count: 1, mediaType: ['video'] });
    expect([outcome, result.errMsg]).toEqual(['fail', 'chooseMedia:fail is not implemented by this runtime']);
    expect(app.problems().join('\n')).toContain(
      "wx.chooseMedia({ mediaType: ['video'] }) is not implemented",
    );
    app.forgive(/is not implemented/);
  });

  it('says when the user closed the chooser or refused the camera', async () => {
    await app.choosePhotos(null);
    expect((await call('chooseMedia', { count: 1 })).result.errMsg).toBe('chooseMedia:fail cancel');
    app.setPermission('scope.camera', false);
    const refused = await call('chooseMedia', { count: 1, sourceType: ['camera'] });
    expect(refused.result).toMatchObject({ errMsg: 'chooseMedia:fail auth deny', errno: 103 });
    app.setPermission('scope.camera', true);
  });

  it('keeps the chooser open until a picture is picked', async () => {
    const n = await send('chooseMedia', { count: 1 });
    await app.choosePhotos([PHOTO]);
    expect((await answerOf(n)).outcome).toBe('success');
  });

  it('uploads as multipart with fields, and tells its progress', async () => {
    const [filePath] = (await choose('chooseImage')).tempFilePaths as string[];
    const { outcome, result } = await call(
      'uploadFile',
      { url: `${API}/up`, filePath, name: 'file', formData: { purpose: 'receipt' } },
      { progress: true },
    );
    expect([outcome, result.statusCode, result.data]).toEqual(['success', 200, '{"ok":true}']);
    const body = seen.at(-1)?.body ?? '';
    expect(body).toMatch(
      /name="purpose"\r\n\r\nreceipt\r\n[^]*name="file"; filename="tmp_.*\.png"\r\ncontent-type: image\/png/,
    );
    await app.see('100');
  });

  it('fails to upload a file that is not there', async () => {
    const { outcome, result } = await call('uploadFile', {
      url: `${API}/up`,
      filePath: 'wxfile://tmp_none.jpg',
      name: 'file',
    });
    expect([outcome, result.errMsg]).toEqual([
      'fail',
      'uploadFile:fail no such file or directory "wxfile://tmp_none.jpg"',
    ]);
  });

  it('downloads to a temporary file, or to one of its own', async () => {
    const { result } = await call('downloadFile', { url: `${API}/picture` });
    expect(result).toMatchObject({
      statusCode: 200,
      tempFilePath: expect.stringMatching(/\.png$/) as string,
    });
    const read = await call('readFile', { filePath: result.tempFilePath, encoding: 'utf8' }, { files: true });
    expect(read.result.data).toBe('png');
    const filePath = 'wxfile://usr/own.png';
    const own = await call('downloadFile', { url: `${API}/picture`, filePath });
    expect(own.result).toEqual({ errMsg: 'downloadFile:ok', statusCode: 200, filePath });
    const kept = await call('readFile', { filePath, encoding: 'utf8' }, { files: true });
    expect(kept.result.data).toBe('png');
    await call('unlink', { filePath }, { files: true });
    const refused = await call('downloadFile', { url: `${API}/picture`, filePath: 'wxfile://usrs' });
    expect(refused.result).toEqual({
      errMsg: 'downloadFile:fail permission denied, open "wxfile://usrs"',
      errno: 1300013,
    });
    expect((await call('downloadFile', { url: 'https://elsewhere.example/x' })).outcome).toBe('fail');
  });

  it('writes, lists and removes files of its own and nothing else', async () => {
    const file = 'wxfile://usr/note.txt';
    expect(
      (await call('writeFile', { filePath: file, data: '你好', encoding: 'utf8' }, { files: true })).outcome,
    ).toBe('success');
    expect((await call('readdir', { dirPath: 'wxfile://usr' }, { files: true })).result.files).toEqual([
      'note.txt',
    ]);
    expect((await call('unlink', { filePath: file }, { files: true })).outcome).toBe('success');
    const gone = await call('readFile', { filePath: file }, { files: true });
    expect(gone.result).toMatchObject({
      errMsg: `readFile:fail no such file or directory "${file}"`,
      errno: 1300002,
    });
    const outside = await call('writeFile', { filePath: 'wxfile://usr/../../x', data: 'x' }, { files: true });
    expect(outside.outcome).toBe('fail');
    const own = await call('writeFile', { filePath: 'app.js', data: 'x' }, { files: true });
    expect(own.result.errMsg).toBe('writeFile:fail permission denied, open "app.js"');
  });

  it('measures pictures, and fails for what is none', async () => {
    const [src] = (await choose('chooseImage')).tempFilePaths as string[];
    expect((await call('getImageInfo', { src })).result).toMatchObject({ width: 1, height: 1, type: 'png' });
    expect((await call('getImageInfo', { src: `${API}/dot.png` })).result).toMatchObject({
      width: 1,
      orientation: 'up',
      path: expect.stringMatching(/^wxfile:\/\/tmp_/) as string,
    });
    expect((await call('getImageInfo', { src: 'app.json' })).result.errMsg).toBe(
      'getImageInfo:fail decode image fail',
    );
    expect((await call('getImageInfo', { src: 'https://elsewhere.example/x.png' })).result.errMsg).toBe(
      'getImageInfo:fail url not in domain list:elsewhere.example',
    );
  });

  it('compresses a photo to a size and a quality, upright', async () => {
    const src = '/assets/turned.jpg';
    const compress = async (options: Record<string, unknown>) => {
      const { tempFilePath } = (await call('compressImage', { src, ...options })).result;
      const info = (await call('getImageInfo', { src: tempFilePath })).result;
      const { size } = (await call('getFileInfo', { filePath: tempFilePath }, { files: true })).result;
      return { info, size: Number(size) };
    };
    expect((await compress({ compressedWidth: 5 })).info).toMatchObject({
      width: 5,
      height: 10,
      type: 'jpeg',
    });
    expect((await compress({ compressedHeight: 10 })).info).toMatchObject({ width: 5, height: 10 });
    expect((await compress({ compressedWidth: 8, compressedHeight: 8 })).info).toMatchObject({
      width: 8,
      height: 8,
    });
    const [coarse, fine] = [await compress({ quality: 5 }), await compress({ quality: 100 })];
    expect(coarse.size).toBeLessThan(fine.size);
    expect(coarse.info).toMatchObject({ width: 10, height: 20, orientation: 'up' });
    expect((await compress({ src: '/assets/dot.png', quality: 5 })).info.type).toBe('png');
    expect((await call('compressImage', { src: 'none.png' })).result.errMsg).toBe(
      'compressImage:fail no such file or directory "none.png"',
    );
    expect((await call('compressImage', { src: 'app.json' })).result.errMsg).toBe(
      'compressImage:fail decode image fail',
    );
  });

  it('shows a picture over a redirect, from a declared host only', async () => {
    const show = async (address: string): Promise<string> =>
      (await app.topFrame()).evaluate(
        (src) =>
          new Promise<string>((resolve) => {
            const image = Object.assign(new Image(), { src });
            image.onload = image.onerror = (event) => resolve((event as Event).type);
          }),
        address,
      );
    expect(await show(`${API}/moved`)).toBe('load');
    expect(await show(`${API}/away`)).toBe('error');
    expect(app.problems().join()).toContain(`failed to load ${API}/away: not in domain list`);
  });

  it('previews pictures until they are tapped, and fails without any', async () => {
    expect((await call('previewImage', { urls: ['data:image/png;base64,'] })).outcome).toBe('success');
    await app.page.locator('.wxr-preview').tap({ position: { x: 5, y: 5 } });
    expect((await call('previewImage', { urls: [] })).outcome).toBe('fail');
  });
});
