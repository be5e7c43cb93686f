import { KNOWN_METHODS } from '../service/wx/files';
import { Bench, FIXTURE } from '../testing/bench';
import { FILE_CASES, type FileCase, TEMPORARY } from '../testing/file-cases';
import { provesItsCases } from '../testing/proofs';
import { type NamedRun, expectAll } from '../testing/run-cases';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());
provesItsCases(() => app);

const makeTemporary = async (): Promise<string> =>
  String((await bench.call('compressImage', { src: '/assets/turned.jpg' })).result.tempFilePath);

const pick = (half: keyof FileCase): NamedRun[] =>
  Object.entries(FILE_CASES).map(([name, one]) => [name, one[half]]);

/** The same calls, with temporary files where one is asked for. */
async function withTemporary(runs: NamedRun[]): Promise<NamedRun[]> {
  let text = JSON.stringify(runs.map(([, { options, args, after }]) => ({ options, args, after })));
  for (const name of new Set(text.match(TEMPORARY) ?? []))
    text = text.replaceAll(name, await makeTemporary());
  const calls = JSON.parse(text) as NamedRun[1][];
  return runs.map(([name, run], index) => [name, { ...run, ...calls[index] }]);
}

it('has a success and a failure for every method of the manager, and for no other', async () => {
  const names = (await bench.run('fileNames')) as string[];
  expect([...Object.keys(FILE_CASES), ...KNOWN_METHODS].sort()).toEqual(names.sort());
});

it('fails by its name for what it does not carry out', async () => {
  const oldPath = 'wxfile://usr/a';
  const { outcome, result } = await bench.call(
    'rename',
    { oldPath, newPath: 'wxfile://usr/b' },
    { files: true },
  );
  expect([outcome, result.errMsg]).toEqual(['fail', 'rename:fail is not implemented by this runtime']);
  expect(app.problems().join('\n')).toMatch(/^wx\.getFileSystemManager\(\)\.rename is not implemented/m);
  app.forgive(/is not implemented/);
});

it.each(['failure', 'success'] as const)('comes to the documented %s', async (half) => {
  await expectAll(bench, await withTemporary(pick(half)), 'files');
});

it('gives no promise to wait for', async () => {
  const asynchronous = Object.keys(FILE_CASES).filter((name) => !name.endsWith('Sync'));
  const runs = asynchronous.map((name): NamedRun => [name, { args: [{ filePath: 'app.json' }] }]);
  await expectAll(bench, runs, 'files');
});

it('moves what it saves', async () => {
  const saved = await makeTemporary();
  expect((await bench.call('saveFile', { tempFilePath: saved })).outcome).toBe('success');
  expect((await bench.call('access', { path: saved }, { files: true })).result.errno).toBe(1300002);
});

it('tells files from folders', async () => {
  expect(await bench.run('kinds')).toEqual([true, false, false, true]);
});

it('had no problem', () => {
  app.forgive(/elsewhere\.example/);
  expect(app.problems()).toEqual([]);
});
