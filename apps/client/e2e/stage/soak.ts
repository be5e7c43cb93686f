import { randomInt } from 'node:crypto';
import path from 'node:path';
import type { AppDriver, Memory } from '@wuhao/weapp-runtime';
import { forgiveLostRequests, logIn, wrongSums } from '../journeys/steps';
import { PICTURES } from './look';
import { type Sample, slopePerMinute } from './slope';
import { type Opened, Stage, type Target, targetsOf } from './stage';

const SAMPLE_MS = 15_000;
/** Caches and compiled code fill first; the slope is that of the rest. */
const WARM_UP = 1 / 4;

interface Figure {
  name: string;
  unit: string;
  /** Growth in a minute. */
  goal: number;
  of(memory: Memory): number | null;
}

const FIGURES: Figure[] = [
  { name: 'logic heap', unit: 'MB', goal: 0.5, of: ({ logicHeapBytes: bytes }) => bytes && bytes / 1e6 },
  { name: 'view heap', unit: 'MB', goal: 0.5, of: ({ viewHeapBytes }) => viewHeapBytes / 1e6 },
  // Level: less than a row of a list in ten minutes.
  { name: 'view nodes', unit: 'nodes', goal: 1, of: ({ viewNodes }) => viewNodes },
];

/** On the target that is wished for, or on both at once. Returns how many figures are over; each failure counts as one. */
export async function soakAll(
  wish: string | undefined,
  minutes: number,
  say: (line: string) => void,
): Promise<number> {
  // Settled, not all: a target that fails must not take the other's server away from it, or leave it running.
  const results = await Promise.allSettled(targetsOf(wish).map((target) => soak(target, minutes, say)));
  return results.reduce((over, result) => {
    if (result.status === 'fulfilled') return over + result.value;
    say(String(result.reason));
    return over + 1;
  }, 0);
}

/** Uses the app for so long, always the same round, and says whether it grows. */
async function soak(target: Target, minutes: number, say: (line: string) => void): Promise<number> {
  const stage = new Stage();
  const samples: { atMs: number; memory: Memory }[] = [];
  let rounds = 0;
  let opened: Opened | undefined;
  try {
    opened = await stage.open(target, randomInt(2 ** 30));
    const { app, world } = opened;
    const student = await world.register();
    await student.handIn(world.photo(1));
    await logIn(app, student.person);
    const startedAt = Date.now();
    const until = startedAt + minutes * 60_000;
    for (; Date.now() < until; rounds++) {
      await round(app).catch(async (error: unknown) => {
        await app.screenshot(path.join(PICTURES, `soak-${target}.png`));
        throw new Error([`round ${rounds}: ${String(error)}`, ...app.problems()].join('\n'), {
          cause: error,
        });
      });
      // An access token lives a quarter of an hour; a browser prints the refusal that comes before the new one.
      forgiveLostRequests(app);
      const problems = app.problems();
      if (problems.length > 0) throw new Error(problems.join('\n'));
      if (Date.now() - (samples.at(-1)?.atMs ?? 0) < SAMPLE_MS) continue;
      const memory = await app.memory();
      samples.push({ atMs: Date.now(), memory });
      say(`${target}  ${((Date.now() - startedAt) / 60_000).toFixed(1)} min  ${told(memory)}`);
    }
  } finally {
    await opened?.leave();
    await stage.close();
  }
  say(`${target}  ${rounds} rounds, ${samples.length} samples`);
  return judge(target, samples, minutes, say);
}

function judge(
  target: Target,
  samples: { atMs: number; memory: Memory }[],
  minutes: number,
  say: (line: string) => void,
): number {
  const from = (samples[0]?.atMs ?? 0) + minutes * 60_000 * WARM_UP;
  const late = samples.filter(({ atMs }) => atMs >= from);
  let over = 0;
  for (const { name, unit, goal, of } of FIGURES) {
    const line = late.flatMap(({ atMs, memory }): Sample[] => {
      const value = of(memory);
      return value === null ? [] : [{ atMs, value }];
    });
    if (line.length === 0) continue;
    const slope = slopePerMinute(line);
    if (slope > goal) over++;
    const verdict = slope > goal ? 'OVER' : 'ok';
    say(
      `${target}  ${name.padEnd(12)}${slope.toFixed(3).padStart(9)} ${unit}/min   goal ${goal}   ${verdict}`,
    );
  }
  return over;
}

const told = (memory: Memory): string =>
  FIGURES.flatMap(({ name, unit, of }) => {
    const value = of(memory);
    return value === null ? [] : [`${name} ${unit === 'MB' ? value.toFixed(2) : value} ${unit}`];
  }).join('   ');

/** Home, the list, a result, an item, back, the mistake book, a mistake, the review, myself, home. */
async function round(app: AppDriver): Promise<void> {
  await app.tap('全部作业');
  await app.seeNot('最近的作业');
  await app.tap('已判');
  await app.see('第 1 页');
  const [sum] = wrongSums(await app.text());
  if (!sum) throw new Error(`no wrong sum is listed:\n${await app.text()}`);
  await app.tap(sum.text);
  await app.see('再算一次');
  await app.tap('全部题目');
  await app.goBack();
  await app.goBack();
  await app.see('最近的作业');

  await app.tap('错题本');
  await app.see('一共');
  const question = /^\d+[+\-−×÷]\d+=$/m.exec(await app.text())?.[0];
  if (!question) throw new Error(`no mistake is listed:\n${await app.text()}`);
  await app.tap(question);
  await app.see('当时写的');
  await app.goBack();

  await app.tap('首页');
  await app.see('今晚复习');
  if ((await app.text()).includes('开始复习')) await reviewOne(app);
  await app.tap('我的');
  await app.see('退出登录');
  await app.tap('首页');
  await app.see('最近的作业');
}

/** One card only, so that there are some left for later rounds. */
async function reviewOne(app: AppDriver): Promise<void> {
  await app.tap('开始复习');
  await app.tap('想好了');
  await app.tap('忘了');
  await app.seeNot('刚才想得怎么样');
  if ((await app.text()).includes('今晚复习完了')) await app.tap('回首页');
  else await app.goBack();
  await app.see('最近的作业');
}
