import { createCrowd, explain } from '@wuhao/db/testing';
import type { DataSource } from 'typeorm';
import { FORGETTING, MASTERED_STABILITY } from './mastery';
import * as mistakes from './mistakes.queries';
import * as review from './review.queries';
import { startMistakes, TestClock } from './testing';

describe('among 50,000 mistakes of 500 students', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const dayStart = new Date('2026-11-22T20:00:00Z');
  const dayEnd = new Date('2026-11-23T20:00:00Z');
  let dataSource: DataSource;
  let stop: () => Promise<void>;
  let studentId: string;
  let mistakeId: string;

  beforeAll(async () => {
    ({ dataSource, stop } = await startMistakes(new TestClock(now)));
    const students = await createCrowd(dataSource, { students: 500, each: 100, at: now });
    studentId = students[250]!;
    const [row] = await dataSource.query<{ id: string }[]>(
      'select id from mistake where student_id = $1 and deleted_at is null limit 1',
      [studentId],
    );
    mistakeId = row!.id;
  }, 120_000);
  afterAll(() => stop());

  const zero = '00000000-0000-0000-0000-000000000000';
  it.each<[string, { statement: { text: string } }, () => Parameters<typeof explain>[2][], number]>([
    [
      'a page of the list',
      mistakes.listMistakes,
      () => [studentId, mistakes.FIRST_CURSOR, false, null, null, 21],
      120,
    ],
    [
      'a filtered page',
      mistakes.listMistakes,
      () => [studentId, mistakes.FIRST_CURSOR, false, 'math', 'point 3', 21],
      130,
    ],
    ['one mistake', mistakes.readMistake, () => [studentId, mistakeId, false], 10],
    ['tonight’s cards', review.readCards, () => [studentId, dayStart, dayEnd, 20], 60],
    ['tonight’s counts', review.readDay, () => [studentId, dayStart, dayEnd], 15],
    ['the plan of a day', review.readPlan, () => [studentId, now], 15],
    [
      'statistics',
      mistakes.readStatistics,
      () => [studentId, dayStart, dayEnd, MASTERED_STABILITY, FORGETTING.factor * 30, FORGETTING.decay],
      90,
    ],
    ['a mark of deletion', mistakes.markDeleted, () => [studentId, zero, now], 5],
    ['a try of an item', mistakes.showExpected, () => [studentId, zero, now], 5],
    ['a card to rate', review.lockMistake, () => [studentId, mistakeId], 15],
    ['a review sent before', review.findReview, () => [studentId, zero], 5],
  ])('%s is found by index', async (_, { statement }, values, mostPages) => {
    const { seqScans, pages } = await explain(dataSource, statement, ...values());
    expect(seqScans).toEqual([]);
    expect(pages).toBeLessThanOrEqual(mostPages);
  });
});
