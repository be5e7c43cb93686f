import { Bench, FIXTURE } from '../testing/bench';
import { provesItsCases } from '../testing/proofs';
import { type SocketServer, startSocketServer } from '../testing/socket-server';
import { type WeappDriver, launch } from './weapp';

let server: SocketServer;
let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  server = await startSocketServer();
  const hosts = {
    'https://api.fixture.example': server.address,
    'https://dead.fixture.example': 'http://127.0.0.1:9',
  };
  app = await launch({ dist: FIXTURE, path: 'pages/bench', hosts });
  bench = new Bench(app);
}, 30_000);
afterAll(async () => {
  await app?.close();
  await server?.stop();
});
provesItsCases(() => app);

const URL = 'wss://api.fixture.example/talk';
/** Connects, sends each of `say` after the answer to the one before, then closes unless told not to. */
const talk = (options: Record<string, unknown>) => bench.run('talk', { url: URL, ...options });

it('opens, sends, hears and closes over a real socket', async () => {
  expect(await talk({ say: ['你好', 'bytes'], header: { 'X-One': '1' } })).toEqual([
    'success',
    'open',
    'message 你好',
    'message ArrayBuffer 3',
    'close 1000 done',
  ]);
  expect(server.seen.at(-1)).toMatchObject({
    'x-one': '1',
    referer: expect.stringMatching(/^https:\/\/servicewechat\.com\//) as string,
  });
});

it('hears why the other side left', async () => {
  expect(await talk({ say: ['leave'] })).toEqual(['success', 'open', 'close 4001 full']);
});

it.each([
  ['a server that vanishes', { say: ['vanish'] }, ['success', 'open', 'close 1006 abnormal closure']],
  [
    'a server that is not there',
    { url: 'wss://dead.fixture.example/' },
    ['success', 'error', 'close 1006 abnormal closure'],
  ],
  [
    'a server that refuses',
    { url: 'wss://api.fixture.example/refused' },
    ['success', 'error', 'close 1006 abnormal closure'],
  ],
  [
    'a host off the list',
    { url: 'wss://elsewhere.example/' },
    ['connectSocket:fail url not in domain list:elsewhere.example'],
  ],
  [
    'an address that is no socket’s',
    { url: 'https://api.fixture.example/' },
    ['connectSocket:fail invalid url "https://api.fixture.example/"'],
  ],
])('tells of %s', async (_, options, events) => {
  expect(
    ((await talk(options)) as string[]).filter((event) => events.includes('error') || event !== 'error'),
  ).toEqual(events);
});

it('refuses to send before it is open, to close with a code that is not the app’s, and to close twice', async () => {
  expect(await bench.run('misuse', { url: URL })).toEqual([
    'sendSocketMessage:fail SocketTask.readyState is not OPEN',
    'closeSocket:fail the code must be either 1000, or between 3000 and 4999',
    'closeSocket:ok',
    'closeSocket:fail SocketTask.readyState is CLOSED',
  ]);
});

it('refuses the sixth connection at once', async () => {
  const said = (await bench.run('crowd', { url: URL })) as string[];
  expect(said.sort()).toEqual([
    'connectSocket:fail exceed max socket limit 5',
    ...Array<string>(5).fill('connectSocket:ok'),
  ]);
});

it('closes when the network goes, and does not open without one', async () => {
  const n = await bench.send({ code: 'talk', options: { url: URL, say: ['hold'], stay: true } });
  await app.see('message hold');
  await app.setNetwork('offline');
  expect((await bench.answerOf(n)).result).toEqual([
    'success',
    'open',
    'message hold',
    'error',
    'close 1006 abnormal closure',
  ]);
  expect(await talk({})).toEqual(['success', 'error', 'close 1006 abnormal closure']);
  await app.setNetwork('normal');
  expect(await talk({ say: [] })).toEqual(['success', 'open', 'close 1000 done']);
});

it('had no problem', () => {
  app.forgive(/elsewhere\.example\/x\.png/);
  expect(app.problems()).toEqual([]);
});
