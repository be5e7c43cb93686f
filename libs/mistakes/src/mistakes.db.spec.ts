import { MistakeList, MistakeStatistics, MistakeView } from '@wuhao/contracts';
import { uuidv7 } from '@wuhao/core';
import { Mistake, ReviewLog } from '@wuhao/db';
import { createFile, createStudent } from '@wuhao/db/testing';
import type { DataSource } from 'typeorm';
import { MASTERED_FROM, mastery } from './mastery';
import type { MistakesService, WrongItem } from './mistakes.service';
import type { ReviewService } from './review.service';
import { asGuardian, asStudent, startMistakes, TestClock, wrongItem } from './testing';

describe('the mistake book', () => {
  const clock = new TestClock(new Date('2026-11-23T12:00:00Z'));
  let stop: () => Promise<void>;
  let dataSource: DataSource;
  let mistakes: MistakesService;
  let reviews: ReviewService;
  let studentId: string;
  let fileId: string;

  beforeAll(async () => {
    ({ dataSource, mistakes, reviews, stop } = await startMistakes(clock));
  });
  afterAll(() => stop());
  beforeEach(async () => {
    clock.at = new Date('2026-11-23T12:00:00Z');
    studentId = await createStudent(dataSource);
    fileId = await createFile(dataSource, studentId);
  });

  const collect = (items: WrongItem[]) =>
    dataSource.transaction((tx) => mistakes.collect(tx, studentId, items, clock.now()));
  const untilOneWaits = async () => {
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await dataSource.query<unknown[]>(waiting)).length === 0);
  };
  const kept = async () => (await mistakes.list(asStudent(studentId), { limit: 100 })).items;

  describe('collecting from a graded page', () => {
    it('keeps what was wrong, due today, with its place on the picture', async () => {
      const item = wrongItem({ fileId });
      await collect([item]);
      const [mistake] = await kept();
      expect(MistakeView.parse(mistake)).toMatchObject({
        source: 'grading',
        subject: 'math',
        question: item.question,
        studentAnswer: item.studentAnswer,
        expected: null,
        cause: 'calculation',
        knowledgePoints: [],
        picture: { id: fileId, width: 1200, height: 1600 },
        box: item.box,
        homeworkId: item.homeworkId,
        itemId: item.itemId,
        dueAt: '2026-11-22T20:00:00Z',
        lastReviewedAt: null,
        reviews: 0,
        lapses: 0,
        mastery: 0,
        createdAt: '2026-11-23T12:00:00Z',
      });
    });

    it('makes one mistake of an item when twenty runs collect the same page at once, in any order', async () => {
      const items = Array.from({ length: 30 }, () => wrongItem({ fileId }));
      await Promise.all(
        Array.from({ length: 20 }, (_, run) => collect(run % 2 ? items : [...items].reverse())),
      );
      expect(new Set((await kept()).map(({ itemId }) => itemId)).size).toBe(30);
      expect(await dataSource.manager.countBy(Mistake, { studentId })).toBe(30);
    });

    it('takes items in one order, so that runs with the same items wait and do not deadlock', async () => {
      const [a, b] = [wrongItem({ fileId }), wrongItem({ fileId })];
      let other = Promise.resolve();
      await dataSource.transaction(async (tx) => {
        await mistakes.collect(tx, studentId, [a], clock.now());
        other = collect([b, a]);
        await untilOneWaits();
        await mistakes.collect(tx, studentId, [b], clock.now());
      });
      await other;
      expect((await kept()).map(({ itemId }) => itemId).sort()).toEqual([a.itemId, b.itemId].sort());
    });

    it('leaves a deleted mistake deleted, whatever is graded again', async () => {
      const [kind, bad] = [wrongItem({ fileId }), wrongItem({ fileId })];
      await collect([kind, bad]);
      const deleted = (await kept()).find(({ itemId }) => itemId === bad.itemId)!;
      await mistakes.delete(asStudent(studentId), deleted.id);
      await collect([kind, bad]);
      expect((await kept()).map(({ itemId }) => itemId)).toEqual([kind.itemId]);
    });

    it('stands or falls with the transaction of the grading', async () => {
      await expect(
        dataSource.transaction(async (tx) => {
          await mistakes.collect(tx, studentId, [wrongItem({ fileId })], clock.now());
          throw new Error('the page was overtaken');
        }),
      ).rejects.toThrow('overtaken');
      expect(await kept()).toEqual([]);
    });
  });

  describe('the right answer', () => {
    it('is for the guardian at once and for the student after a try', async () => {
      const [tried, untried] = [wrongItem({ fileId }), wrongItem({ fileId })];
      await collect([tried, untried]);
      await dataSource.transaction((tx) => mistakes.showExpected(tx, studentId, tried.itemId, clock.now()));
      for (const { id, itemId } of await kept()) {
        const forStudent = await mistakes.get(asStudent(studentId), id);
        expect(forStudent.expected).toBe(itemId === tried.itemId ? tried.expected : null);
        expect((await mistakes.get(asGuardian(studentId), id)).expected).toBe(untried.expected);
      }
      const { items } = await mistakes.list(asGuardian(studentId), { limit: 100 });
      expect(items.map(({ expected }) => expected)).toEqual([tried.expected, untried.expected]);
      const { items: cards } = await reviews.todayReview(asGuardian(studentId));
      expect(cards).toHaveLength(2);
      expect(cards.some((card) => 'expected' in card)).toBe(false);
    });
  });

  describe('adding by hand', () => {
    const body = { subject: 'math' as const, question: '24 × 5 =', knowledgePoints: ['乘法', '进位'] };

    it('answers twenty requests with one key alike and keeps one mistake', async () => {
      const key = uuidv7();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => mistakes.add(asStudent(studentId), key, { ...body, fileId })),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(MistakeView.parse(answers[0])).toMatchObject({
        source: 'manual',
        question: body.question,
        knowledgePoints: body.knowledgePoints,
        picture: { id: fileId },
        box: null,
        itemId: null,
        dueAt: '2026-11-22T20:00:00Z',
      });
      expect(await kept()).toHaveLength(1);
    });

    it('refuses another mistake under the same key', async () => {
      const key = uuidv7();
      await mistakes.add(asStudent(studentId), key, body);
      await expect(
        mistakes.add(asStudent(studentId), key, { ...body, question: '24 × 6 =' }),
      ).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await kept()).toHaveLength(1);
    });

    it('lets two students use one key', async () => {
      const key = uuidv7();
      const sibling = await createStudent(dataSource);
      const [a, b] = await Promise.all([
        mistakes.add(asStudent(studentId), key, body),
        mistakes.add(asStudent(sibling), key, { ...body, question: '7 × 8 =' }),
      ]);
      expect(a.question).toBe('24 × 5 =');
      expect(b.question).toBe('7 × 8 =');
    });

    it('takes no picture of another student', async () => {
      const sibling = await createStudent(dataSource);
      const foreign = await createFile(dataSource, sibling);
      const refused = (of: string) =>
        mistakes
          .add(asStudent(studentId), uuidv7(), { ...body, fileId: of })
          .catch((error: unknown) => error);
      const { code, message, details } = (await refused(foreign)) as Record<string, unknown>;
      expect(code).toMatch(/NOT_FOUND|VALIDATION_FAILED/);
      // The same as for a picture that does not exist.
      expect(await refused(uuidv7())).toMatchObject({ code, message, details });
      expect(await kept()).toEqual([]);
    });
  });

  describe('the list', () => {
    it('pages through everything once, newest first', async () => {
      const added: string[] = [];
      for (let n = 0; n < 23; n++)
        added.unshift(
          (
            await mistakes.add(asStudent(studentId), uuidv7(), {
              subject: n % 3 ? 'math' : 'english',
              question: `question ${n}`,
              knowledgePoints: n % 2 ? ['奇'] : [],
            })
          ).id,
        );
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = MistakeList.parse(await mistakes.list(asStudent(studentId), { limit: 5, cursor }));
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(added);

      const all = await kept();
      const filtered = async (query: { subject?: 'english'; knowledgePoint?: string }) =>
        (await mistakes.list(asStudent(studentId), { limit: 100, ...query })).items;
      expect(await filtered({ subject: 'english' })).toEqual(all.filter((m) => m.subject === 'english'));
      expect(await filtered({ knowledgePoint: '奇' })).toEqual(
        all.filter((m) => m.knowledgePoints.includes('奇')),
      );
      expect(await filtered({ subject: 'english', knowledgePoint: '奇' })).toEqual(
        all.filter((m) => m.subject === 'english' && m.knowledgePoints.includes('奇')),
      );
    });

    it('is the student’s own', async () => {
      const sibling = await createStudent(dataSource);
      const { id } = await mistakes.add(asStudent(sibling), uuidv7(), {
        subject: 'math',
        question: '1 + 1 =',
        knowledgePoints: [],
      });
      expect(await kept()).toEqual([]);
      await expect(mistakes.get(asStudent(studentId), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(mistakes.delete(asStudent(studentId), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await mistakes.get(asStudent(sibling), id)).toMatchObject({ id });
    });
  });

  it('keeps a mistake whose homework was deleted, and stops naming the homework', async () => {
    const [gone, stays] = [wrongItem({ fileId }), wrongItem({ fileId })];
    await collect([gone, stays]);
    await dataSource.transaction((tx) => mistakes.forgetHomework(tx, studentId, gone.homeworkId));
    expect((await kept()).map(({ homeworkId }) => homeworkId)).toEqual([stays.homeworkId, null]);
  });

  it('deletes once', async () => {
    await collect([wrongItem({ fileId })]);
    const { id } = (await kept())[0]!;
    await mistakes.delete(asStudent(studentId), id);
    await expect(mistakes.delete(asStudent(studentId), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mistakes.get(asStudent(studentId), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await kept()).toEqual([]);
  });

  it('counts statistics that agree with its rows', async () => {
    const points = ['加法', '减法', '乘法', '除法'];
    for (let n = 0; n < 24; n++) {
      const { id } = await mistakes.add(asStudent(studentId), uuidv7(), {
        subject: 'math',
        question: `question ${n}`,
        knowledgePoints: points.filter((_, p) => (n >> p) & 1),
      });
      for (let day = 0; day < n % 5; day++) {
        clock.at = new Date(Date.parse('2026-11-23T12:00:00Z') + day * 9 * 86_400_000);
        await reviews.review(asStudent(studentId), id, {
          id: uuidv7(),
          rating: n % 7 ? 'easy' : 'again',
          reviewedAt: clock.at.toISOString(),
        });
      }
      if (n % 11 === 10) await mistakes.delete(asStudent(studentId), id);
    }
    // The morning after the day of the last reviews has begun at 04:00 in Shanghai.
    clock.at = new Date('2026-12-20T12:00:00Z');
    const dayStart = new Date('2026-12-19T20:00:00Z');
    const dayEnd = new Date('2026-12-20T20:00:00Z');

    const rows = (await dataSource.manager.findBy(Mistake, { studentId })).filter((row) => !row.deletedAt);
    const logs = await dataSource.manager.findBy(ReviewLog, { studentId });
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const statistics = MistakeStatistics.parse(await mistakes.statistics(asStudent(studentId)));
    expect(statistics).toMatchObject({
      total: rows.length,
      due: rows.filter((row) => row.dueAt < dayEnd).length,
      mastered: rows.filter((row) => mastery(row.stability) >= MASTERED_FROM).length,
      reviewedToday: logs.filter((log) => log.reviewedAt >= dayStart && log.reviewedAt < dayEnd).length,
    });
    expect(statistics.reviewedToday).toBeGreaterThan(0);
    expect(statistics.mastered).toBeGreaterThan(0);
    const of = (point: string) => rows.filter((row) => row.knowledgePoints.includes(point));
    expect(statistics.byKnowledgePoint).toEqual(
      points
        .map((knowledgePoint) => ({
          knowledgePoint,
          mistakes: of(knowledgePoint).length,
          mastery: expect.closeTo(mean(of(knowledgePoint).map((row) => mastery(row.stability))), 9) as number,
        }))
        .sort((a, b) => b.mistakes - a.mistakes || (a.knowledgePoint < b.knowledgePoint ? -1 : 1)),
    );
  });

  it('has empty statistics before the first mistake', async () => {
    expect(MistakeStatistics.parse(await mistakes.statistics(asStudent(studentId)))).toEqual({
      total: 0,
      due: 0,
      reviewedToday: 0,
      mastered: 0,
      byKnowledgePoint: [],
    });
  });
});
