import { FIRST_CURSOR } from '@wuhao/db';
import { uuidv7 } from '@wuhao/core';
import { createCrowd, explain } from '@wuhao/db/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { FORGETTING, MASTERED_STABILITY } from './mastery';
import * as mistakes from './mistakes.queries';
import * as review from './review.queries';
import { asStudent, startMistakes, TestClock } from './testing';

describe('among 50,000 mistakes of 500 students', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const dayStart = new Date('2026-11-22T20:00:00Z');
  const dayEnd = new Date('2026-11-23T20:00:00Z');
  let dataSource: DataSource;
  let services: Awaited<ReturnType<typeof startMistakes>>;
  let studentId: string;
  let mistakeId: string;

  beforeAll(async () => {
    services = await startMistakes(new TestClock(now));
    ({ dataSource } = services);
    const students = await createCrowd(dataSource, { students: 500, each: 100, at: now });
    studentId = students[250]!;
    const [row] = await dataSource.query<{ id: string }[]>(
      'select id from mistake where student_id = $1 and deleted_at is null limit 1',
      [studentId],
    );
    mistakeId = row!.id;
  }, 120_000);
  afterAll(() => services.stop());

  it.each<[string, () => Promise<unknown>, number]>([
    ['a page of the list', () => services.mistakes.list(asStudent(studentId), { limit: 100 }), 1],
    ['one mistake', () => services.mistakes.get(asStudent(studentId), mistakeId), 1],
    ['statistics', () => services.mistakes.statistics(asStudent(studentId)), 2],
    ['today’s review', () => services.reviews.todayReview(asStudent(studentId)), 2],
    ['tonight’s counts', () => services.reviews.tonight(studentId), 2],
    [
      'rating a card, its transaction included',
      () =>
        services.reviews.review(asStudent(studentId), mistakeId, {
          id: uuidv7(),
          rating: 'good',
          reviewedAt: now.toISOString(),
        }),
      4,
    ],
  ])('%s takes a fixed number of statements', async (_, use, statements) => {
    const sent = jest.spyOn(Client.prototype, 'query');
    try {
      await use();
      expect(sent).toHaveBeenCalledTimes(statements);
    } finally {
      sent.mockRestore();
    }
  });

  const zero = '00000000-0000-0000-0000-000000000000';
  it.each<[string, { statement: { text: string } }, () => Parameters<typeof explain>[2][], number]>([
    [
      'a page of the list',
      mistakes.listMistakes,
      () => [studentId, FIRST_CURSOR, false, null, null, 21],
      120,
    ],
    [
      'a filtered page',
      mistakes.listMistakes,
      () => [studentId, FIRST_CURSOR, false, 'math', 'point 3', 21],
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
