import { RATINGS, TodayReview, type ReviewBody, type ReviewCard } from '@wuhao/contracts';
import { uuidv7 } from '@wuhao/core';
import { Mistake, Profile, ReviewLog } from '@wuhao/db';
import { createMistake, createStudent } from '@wuhao/db/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { mastery } from './mastery';
import type { MistakesController } from './mistakes.controller';
import type { ReviewService } from './review.service';
import { review, UNREVIEWED } from './schedule';
import { asStudent, startMistakes, TestClock } from './testing';
import { cardsADay, DEFAULT_SECONDS_PER_CARD } from './workload';

const SHANGHAI = 'Asia/Shanghai';
const DAY_MS = 86_400_000;
const evening = (date: string) => new Date(`${date}T20:00:00+08:00`);

describe('review', () => {
  const clock = new TestClock(evening('2026-11-23'));
  let stop: () => Promise<void>;
  let controller: MistakesController;
  let dataSource: DataSource;
  let reviews: ReviewService;
  let studentId: string;

  beforeAll(async () => {
    ({ controller, dataSource, reviews, stop } = await startMistakes(clock));
  });
  afterAll(() => stop());
  beforeEach(async () => {
    clock.at = evening('2026-11-23');
    studentId = await createStudent(dataSource);
  });

  const add = (columns: Partial<Mistake> = {}) =>
    createMistake(dataSource, studentId, { createdAt: evening('2026-11-01'), ...columns });
  const rate = (mistakeId: string, body: Partial<ReviewBody> = {}) =>
    reviews.review(asStudent(studentId), mistakeId, {
      id: uuidv7(),
      rating: 'good',
      reviewedAt: clock.now().toISOString(),
      ...body,
    });
  const today = async () => TodayReview.parse(await reviews.todayReview(asStudent(studentId)));
  const logs = () =>
    dataSource.manager.find(ReviewLog, { where: { studentId }, order: { reviewedAt: 'asc' } });
  const row = (id: string) => dataSource.manager.findOneByOrFail(Mistake, { studentId, id });

  describe('rating a card', () => {
    it('moves the mistake as the schedule says and logs what it did', async () => {
      const id = await add();
      const reviewId = uuidv7();
      const answer = await rate(id, {
        id: reviewId,
        studentAnswer: '14',
        timeSpentMs: 21_000,
        reviewedAt: '2026-11-23T19:59:00+08:00',
      });
      const at = new Date('2026-11-23T19:59:00+08:00');
      const { memory, dueAt } = review(UNREVIEWED, 'good', at, SHANGHAI);
      expect(answer).toEqual({ dueAt: dueAt.toISOString(), mastery: mastery(memory.stability) });
      expect(await row(id)).toMatchObject({ ...memory, dueAt });
      expect(await logs()).toMatchObject([
        {
          id: reviewId,
          mistakeId: id,
          rating: 'good',
          reviewedAt: at,
          claimedAt: at,
          receivedAt: clock.at,
          studentAnswer: '14',
          timeSpentMs: 21_000,
          dueAt,
          stability: memory.stability,
          difficulty: memory.difficulty,
        },
      ]);
    });

    it('counts once and answers alike when it comes twenty times at once, and later again', async () => {
      const id = await add();
      const body = { id: uuidv7(), reviewedAt: clock.now().toISOString() };
      const answers = await Promise.all(Array.from({ length: 20 }, () => rate(id, body)));
      clock.at = evening('2026-11-27');
      await rate(id);
      answers.push(await rate(id, body));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await logs()).toHaveLength(2);
      expect(await row(id)).toMatchObject({ reviewCount: 2 });
    });

    it.each<[string, Partial<ReviewBody>]>([
      ['rating', { rating: 'easy' }],
      ['time', { reviewedAt: '2026-11-22T12:00:00Z' }],
      ['answer', { studentAnswer: '15' }],
    ])('refuses another %s under the same id', async (_, change) => {
      const id = await add();
      const body = { id: uuidv7(), reviewedAt: clock.now().toISOString() };
      await rate(id, body);
      const before = await row(id);
      await expect(rate(id, { ...body, ...change })).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await row(id)).toEqual(before);
      expect(await logs()).toHaveLength(1);
    });

    it('refuses the same id for another mistake, also at the same time', async () => {
      const [one, other] = [await add(), await add()];
      const body = { id: uuidv7(), reviewedAt: clock.now().toISOString() };
      const results = await Promise.allSettled([rate(one, body), rate(other, body)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(results.find((result) => result.status === 'rejected')).toMatchObject({
        reason: { code: 'CONFLICT' },
      });
      expect((await row(one)).reviewCount + (await row(other)).reviewCount).toBe(1);
    });

    it('applies different reviews that come at once one after the other', async () => {
      const id = await add();
      await Promise.all(Array.from({ length: 12 }, (_, n) => rate(id, { rating: RATINGS[n % 4] })));
      expect(await row(id)).toMatchObject({ reviewCount: 12 });
      expect(await logs()).toHaveLength(12);
    });

    it('counts not after now and not before the review before it or the mistake itself', async () => {
      const id = await add({ createdAt: evening('2026-11-20') });
      await rate(id, { reviewedAt: '2026-11-01T12:00:00Z' });
      await rate(id, { reviewedAt: evening('2026-11-22').toISOString() });
      await rate(id, { reviewedAt: evening('2026-11-21').toISOString() });
      await rate(id, { reviewedAt: '2027-01-01T12:00:00Z' });
      expect((await logs()).map(({ reviewedAt }) => reviewedAt)).toEqual([
        evening('2026-11-20'),
        evening('2026-11-22'),
        evening('2026-11-22'),
        clock.at,
      ]);
    });

    it.each(['0000-01-01T00:00:00Z', '1884-01-01T00:00:00+23:59', '9999-12-31T23:59:59.999999-23:59'])(
      'takes a review that claims %s',
      async (reviewedAt) => {
        const id = await add();
        await rate(id, { reviewedAt });
        expect(await row(id)).toMatchObject({ reviewCount: 1 });
      },
    );

    it('gives reviews made offline the state that they would have made online', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.integer({ min: 0, max: 5 * DAY_MS })), {
            minLength: 1,
            maxLength: 6,
          }),
          async (steps) => {
            const [online, offline] = [await add(), await add()];
            let at = evening('2026-11-02').getTime();
            const made = steps.map(([rating, waitMs]) => ({
              rating,
              reviewedAt: new Date((at += waitMs)).toISOString(),
            }));
            for (const body of made) {
              clock.at = new Date(body.reviewedAt);
              await rate(online, body);
            }
            clock.at = evening('2026-12-31');
            for (const body of made) await rate(offline, body);
            const { stability, difficulty, dueAt, lapses, lastReviewedAt } = await row(online);
            expect(await row(offline)).toMatchObject({
              stability,
              difficulty,
              dueAt,
              lapses,
              lastReviewedAt,
            });
          },
        ),
        { numRuns: 15 },
      );
    });

    it('has the id of the review for its key, and takes no other', async () => {
      const id = await add();
      const body = { id: uuidv7(), rating: 'good' as const, reviewedAt: clock.now().toISOString() };
      const send = async (key: string) => controller.review(asStudent(studentId), key, id, body);
      await expect(send(uuidv7())).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
      expect(await logs()).toEqual([]);
      await send(body.id);
      expect(await logs()).toHaveLength(1);
    });

    it('knows neither another student’s mistake nor a deleted one', async () => {
      const id = await add();
      const sibling = asStudent(await createStudent(dataSource));
      const body = { id: uuidv7(), rating: 'good' as const, reviewedAt: clock.now().toISOString() };
      await expect(reviews.review(sibling, id, body)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const deleted = await add({ deletedAt: clock.at });
      await expect(rate(deleted)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('today’s review', () => {
    const due = (date: string, columns: Partial<Mistake> = {}) =>
      add({ dueAt: new Date(`${date}T04:00:00+08:00`), ...columns });
    const reviewed = (stability: number): Partial<Mistake> => ({
      stability,
      difficulty: 5,
      reviewCount: 1,
      lastReviewedAt: evening('2026-11-10'),
    });

    it('holds what is due before the day ends, longest due first, then what fades fastest', async () => {
      const tomorrow = await due('2026-11-24');
      const strong = await due('2026-11-22', reviewed(30));
      const weak = await due('2026-11-22', reviewed(3));
      const fresh = await due('2026-11-23');
      const old = await due('2026-11-15', reviewed(90));
      await due('2026-11-14', { deletedAt: clock.at });
      await createMistake(dataSource, await createStudent(dataSource), { dueAt: evening('2026-11-01') });

      const { items, total, minutes } = await today();
      expect(items.map(({ id }) => id)).toEqual([old, weak, strong, fresh]);
      expect({ total, minutes }).toEqual({ total: 4, minutes: 3 });

      // At 03:00 it is still the same day; an hour later the next one has begun.
      clock.at = new Date('2026-11-24T03:00:00+08:00');
      expect((await today()).total).toBe(4);
      clock.at = new Date('2026-11-24T04:00:00+08:00');
      expect((await today()).items.map(({ id }) => id)).toContain(tomorrow);
    });

    it('shows on each card what its ratings then do', async () => {
      await due('2026-11-20', reviewed(7.5));
      await due('2026-11-23');
      for (const card of (await today()).items) {
        const promised = (card as ReviewCard).nextDue;
        for (const rating of RATINGS) {
          const { dueAt } = await copyAndRate(card.id, rating);
          expect(dueAt).toBe(promised[rating]);
        }
      }
      async function copyAndRate(of: string, rating: (typeof RATINGS)[number]) {
        const copy = { ...(await row(of)), id: uuidv7() };
        await dataSource.manager.insert(Mistake, copy);
        return rate(copy.id, { rating });
      }
    });

    it('spreads a backlog over evenings that fit the family’s minutes, and every card gets its turn', async () => {
      await dataSource.manager.update(Profile, { accountId: studentId }, { reviewMinutes: 5 });
      const perEvening = cardsADay(5, DEFAULT_SECONDS_PER_CARD);
      const waiting: string[] = [];
      for (let n = 0; n < 20; n++) waiting.push(await due('2026-11-01'));
      const seen = new Set<string>();
      for (let night = 0; night < Math.ceil(20 / perEvening); night++) {
        clock.at = new Date(evening('2026-11-23').getTime() + night * DAY_MS);
        let left = (await today()).items.length;
        expect(left).toBeLessThanOrEqual(perEvening);
        for (; left > 0; left--) {
          const { items, minutes } = await today();
          expect(items).toHaveLength(left);
          expect(minutes).toBe(Math.ceil((left * DEFAULT_SECONDS_PER_CARD) / 60));
          expect(seen.has(items[0]!.id)).toBe(false);
          seen.add(items[0]!.id);
          await rate(items[0]!.id, { rating: 'easy' });
        }
        const { items, total } = await today();
        expect(items).toEqual([]);
        expect(total).toBe(20 - seen.size);
      }
      expect([...seen].sort()).toEqual(waiting.sort());
    });

    it('learns the pace from earlier evenings and keeps to it during one', async () => {
      await dataSource.manager.update(Profile, { accountId: studentId }, { reviewMinutes: 10 });
      const ids: string[] = [];
      for (let n = 0; n < 40; n++) ids.push(await due('2026-11-01'));
      for (const [n, id] of ids.slice(0, 9).entries())
        await rate(id, { timeSpentMs: (n + 1) * 5_000 + 1_000 });
      expect((await today()).items).toHaveLength(cardsADay(10, DEFAULT_SECONDS_PER_CARD) - 9);
      // The median of 6, 11, … 46 seconds is 26.
      clock.at = evening('2026-11-24');
      const { items, minutes } = await today();
      expect(items).toHaveLength(Math.floor(600 / 26));
      expect(minutes).toBe(10);
    });

    it('is told alike to those who only count', async () => {
      for (let n = 0; n < 30; n++) await due('2026-11-20');
      for (const done of [0, 3, 30]) {
        const { items } = await today();
        for (const { id } of items.slice(0, done)) await rate(id);
        const { items: left, minutes } = await today();
        expect(await reviews.tonight(studentId)).toMatchObject({
          due: left.length,
          minutes,
          reviewed: (await logs()).length,
          timeZone: SHANGHAI,
        });
      }
    });

    it('is empty, and says so, when nothing is due', async () => {
      await due('2026-11-24');
      expect(await today()).toEqual({ items: [], total: 0, minutes: 0 });
    });
  });
});
