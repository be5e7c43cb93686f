import { readFileSync } from 'node:fs';
import path from 'node:path';
import { API_CASES, type ApiCase, type Elsewhere, type None, type Run } from '../testing/api-cases';
import { Bench, FIXTURE } from '../testing/bench';
import { type NamedRun, expectAll } from '../testing/run-cases';
import { titlesOf } from '../testing/test-titles';
import { type WeappDriver, launch } from './weapp';

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());

const isElsewhere = (one: Run | Elsewhere | None): one is Elsewhere => 'test' in one;
const isRun = (one: Run | Elsewhere | None): one is Run => !('test' in one) && !('none' in one);

const entries = Object.entries(API_CASES);
const pick = (half: 'success' | 'failure', where: (one: ApiCase) => boolean): NamedRun[] =>
  entries.flatMap(([api, one]) => (where(one) && isRun(one[half]) ? [[api, one[half]] as NamedRun] : []));

it('has a success and a failure for every name that it carries out, and for no other', async () => {
  const names = (await bench.run('names')) as string[];
  expect(Object.keys(API_CASES).sort()).toEqual(names.sort());
});

it('fails as documented', async () => {
  await expectAll(
    bench,
    pick('failure', () => true),
  );
});

it('succeeds as documented', async () => {
  await expectAll(
    bench,
    pick('success', ({ onTab }) => !onTab),
  );
});

it('changes the tab bar where there is one', async () => {
  await bench.send({ api: 'switchTab', options: { url: '/pages/second' } });
  await app.see('Second page');
  await expectAll(
    bench,
    pick('success', ({ onTab }) => onTab === true),
  );
  await app.see('First tab');
});

it.each(
  entries.flatMap(([name, { success, failure }]) =>
    [success, failure].filter(isElsewhere).map(({ file, test }) => [name, file, test] as const),
  ),
)('knows where %s is tested: %s, %s', (_, file, test) => {
  const code = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  expect(titlesOf(code)).toContainEqual(expect.stringContaining(test));
  // Whether the test calls it, and to which end, shows when it runs.
  expect(code).toMatch(/^provesItsCases\(/m);
});
