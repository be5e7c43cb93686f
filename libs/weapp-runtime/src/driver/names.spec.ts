import { readFileSync } from 'node:fs';
import path from 'node:path';
import { API_CASES, type ApiCase, type Elsewhere, type None, type Run } from '../testing/api-cases';
import { Bench, FIXTURE } from '../testing/bench';
import { type WeappDriver, launch } from './weapp';

interface Outcome {
  outcome: string;
  result: unknown;
}

let app: WeappDriver;
let bench: Bench;

beforeAll(async () => {
  app = await launch({ dist: FIXTURE, path: 'pages/bench' });
  bench = new Bench(app);
}, 30_000);
afterAll(() => app?.close());

const isElsewhere = (one: Run | Elsewhere | None): one is Elsewhere => 'test' in one;
const isRun = (one: Run | Elsewhere | None): one is Run => !('test' in one) && !('none' in one);
const callOf = (api: string, { options = {}, args }: Run) => (args ? { api, args } : { api, options });

/** All calls in one go, each with those that must come before it; what the last of each came to. */
async function runAll(runs: [string, Run][]): Promise<Outcome[]> {
  const batch = runs.flatMap(([api, run]) => [
    ...(run.after ?? []).map(([before, options]) => ({ api: before, options, isLast: false })),
    { ...callOf(api, run), isLast: true },
  ]);
  const n = await bench.send({ batch });
  const outcomes = (await bench.answerOf(n, 20_000)).result as unknown as Outcome[];
  return outcomes.filter((_, index) => batch[index]?.isLast);
}

const matching = (expected: unknown): unknown => {
  if (expected instanceof RegExp) return expect.stringMatching(expected);
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return expected;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, matching(value)])),
  );
};

function expectOutcome(api: string, run: Run, { outcome, result }: Outcome): void {
  if (run.fails !== undefined) {
    const message = run.args ? result : (result as { errMsg: string }).errMsg;
    expect([api, outcome, message]).toEqual([api, run.args ? 'thrown' : 'fail', matching(run.fails)]);
  } else if (run.args) {
    expect([api, outcome, result]).toEqual([api, 'value', matching(run.gives)]);
  } else {
    const ok = { errMsg: `${api}:ok`, ...(run.gives as object | undefined) };
    expect([api, outcome, result]).toEqual([api, 'success', matching(ok)]);
  }
}

const entries = Object.entries(API_CASES);
const pick = (half: 'success' | 'failure', where: (one: ApiCase) => boolean): [string, Run][] =>
  entries.flatMap(([api, one]) =>
    where(one) && isRun(one[half]) ? [[api, one[half]] as [string, Run]] : [],
  );

async function expectAll(runs: [string, Run][]): Promise<void> {
  const outcomes = await runAll(runs);
  runs.forEach(([api, run], index) => expectOutcome(api, run, outcomes[index] as Outcome));
}

it('has a success and a failure for every name that it carries out, and for no other', async () => {
  const names = (await bench.run('names')) as string[];
  expect(Object.keys(API_CASES).sort()).toEqual(names.sort());
});

it('fails as documented', async () => {
  await expectAll(pick('failure', () => true));
});

it('succeeds as documented', async () => {
  await expectAll(pick('success', ({ onTab }) => !onTab));
});

it('changes the tab bar where there is one', async () => {
  await bench.send({ api: 'switchTab', options: { url: '/pages/second' } });
  await app.see('Second page');
  await expectAll(pick('success', ({ onTab }) => onTab === true));
  await app.see('First tab');
});

it.each(
  entries.flatMap(([name, { success, failure }]) =>
    [success, failure].filter(isElsewhere).map(({ file, test }) => [name, file, test] as const),
  ),
)('knows where %s is tested: %s, %s', (_, file, test) => {
  expect(readFileSync(path.join(import.meta.dirname, file), 'utf8')).toContain(test);
});
