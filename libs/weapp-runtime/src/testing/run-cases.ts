import type { Run } from './api-cases';
import type { Bench } from './bench';

interface Outcome {
  outcome: string;
  result: unknown;
}

/** Of `wx`, or of its file system manager. */
export type Target = 'wx' | 'files';
export type NamedRun = [api: string, run: Run];

const callOf = (api: string, { options = {}, args }: Run) => (args ? { api, args } : { api, options });

/** All calls in one go, each with those that must come before it; what the last of each came to. */
async function runAll(bench: Bench, runs: NamedRun[], target: Target): Promise<Outcome[]> {
  const batch = runs.flatMap(([api, run]) =>
    [
      ...(run.after ?? []).map(([before, options]) => ({ api: before, options, isLast: false })),
      { ...callOf(api, run), isLast: true },
    ].map((call) => ({ ...call, files: target === 'files' })),
  );
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
  if (run.args) {
    const [how, value] = run.fails === undefined ? ['value', run.gives] : ['thrown', run.fails];
    return expect([api, outcome, result]).toEqual([api, how, matching(value)]);
  }
  const { errno, fails, gives } = run;
  if (fails === undefined) {
    const answer = { errMsg: `${api}:ok`, ...(gives as object | undefined) };
    return expect([api, outcome, result]).toEqual([api, 'success', matching(answer)]);
  }
  // Nothing besides what is documented: an app must not come to lean on more.
  const failure = {
    ...(gives as object | undefined),
    errMsg: matching(fails),
    ...(errno === undefined ? {} : { errno }),
  };
  expect([api, outcome, result]).toEqual([api, 'fail', failure]);
}

export async function expectAll(bench: Bench, runs: NamedRun[], target: Target = 'wx'): Promise<void> {
  const outcomes = await runAll(bench, runs, target);
  runs.forEach(([api, run], index) => expectOutcome(api, run, outcomes[index] as Outcome));
}
