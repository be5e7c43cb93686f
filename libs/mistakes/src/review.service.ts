import { Injectable } from '@nestjs/common';
import type { ReviewBody, ReviewResult, TodayReview } from '@wuhao/contracts';
import { Clock, notFound, type ActingStudent } from '@wuhao/core';
import { bodyHash, keyReused } from '@wuhao/db';
import { PictureUrls } from '@wuhao/files';
import { DataSource, type EntityManager } from 'typeorm';
import { mastery } from './mastery';
import { toReviewCard } from './mistakes.views';
import * as queries from './review.queries';
import { review, reviewTime } from './schedule';
import { dayOf, startOf, type StudentDay } from './student-day';
import { cardsADay, minutesFor, secondsPerCard, tonight } from './workload';

/** A session must not change its own plan: the pace is learnt from reviews that are this old. */
const PACE_SETTLES_MS = 12 * 3_600_000;

/** What tonight's review comes to, for those who only count. */
export type Tonight = {
  today: StudentDay;
  timeZone: string;
  /** Cards of `todayReview`, and their estimated minutes. */
  due: number;
  minutes: number;
  /** Reviews since the student's day began. */
  reviewed: number;
};

type Plan = {
  now: Date;
  timeZone: string;
  today: StudentDay;
  dayStart: Date;
  dayEnd: Date;
  reviewMinutes: number;
  perCardSeconds: number;
};

/** When mistakes come back, and how well they are known. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly urls: PictureUrls,
    private readonly clock: Clock,
  ) {}

  async todayReview(student: ActingStudent): Promise<TodayReview> {
    const plan = await this.plan(student.id);
    const { now, timeZone, dayStart, dayEnd, reviewMinutes, perCardSeconds } = plan;
    const mostCards = cardsADay(reviewMinutes, perCardSeconds);
    const rows = await queries.readCards(this.dataSource, student.id, dayStart, dayEnd, mostCards);
    const items = rows
      .filter((row) => row.id !== null)
      .map((row) => toReviewCard(this.urls, student.id, row, now, timeZone));
    return { items, total: rows[0]!.dueCount, minutes: minutesFor(items.length, perCardSeconds) };
  }

  async tonight(studentId: string): Promise<Tonight> {
    const { timeZone, today, dayStart, dayEnd, reviewMinutes, perCardSeconds } = await this.plan(studentId);
    const [day] = await queries.readDay(this.dataSource, studentId, dayStart, dayEnd);
    const { cards, minutes } = tonight({ ...day!, reviewMinutes, perCardSeconds });
    return { today, timeZone, due: cards, minutes, reviewed: day!.reviewedToday };
  }

  /**
   * Rates a card. The same review sent again, also at the same time, gets its first answer; its id with other
   * content is CONFLICT.
   */
  async review(student: ActingStudent, mistakeId: string, body: ReviewBody): Promise<ReviewResult> {
    const hash = bodyHash({ mistakeId, ...body });
    return this.dataSource.transaction(async (tx) => {
      const [locked] = await queries.lockMistake(tx, student.id, mistakeId);
      if (!locked) throw notFound();
      const lastReviewedAt = locked.lastReviewedAt === null ? null : new Date(locked.lastReviewedAt);
      const now = this.clock.now();
      // The years and offsets that ISO-8601 allows are more than PostgreSQL reads, so it gets a Date.
      const claimedAt = new Date(body.reviewedAt);
      const at = reviewTime(claimedAt, {
        now,
        notBefore: lastReviewedAt ?? new Date(locked.createdAt),
      });
      const next = review({ ...locked, lastReviewedAt }, body.rating, at, locked.timeZone);
      const [written] = await queries.writeReview(
        tx,
        student.id,
        mistakeId,
        body.id,
        body.rating,
        at,
        claimedAt,
        now,
        body.studentAnswer ?? null,
        body.timeSpentMs ?? null,
        next.dueAt,
        next.memory.stability,
        next.memory.difficulty,
        next.memory.reviewCount,
        next.memory.lapses,
        hash,
      );
      if (!written) return this.reviewedBefore(tx, student, body.id, hash);
      return { dueAt: next.dueAt.toISOString(), mastery: mastery(next.memory.stability) };
    });
  }

  private async reviewedBefore(
    tx: EntityManager,
    student: ActingStudent,
    id: string,
    hash: Buffer,
  ): Promise<ReviewResult> {
    const [earlier] = await queries.findReview(tx, student.id, id);
    if (earlier?.hash !== hash.toString('hex')) throw keyReused();
    return { dueAt: new Date(earlier.dueAt).toISOString(), mastery: mastery(earlier.stability) };
  }

  private async plan(studentId: string): Promise<Plan> {
    const now = this.clock.now();
    const [row] = await queries.readPlan(
      this.dataSource,
      studentId,
      new Date(now.getTime() - PACE_SETTLES_MS),
    );
    if (!row) throw notFound();
    const { timeZone, reviewMinutes } = row;
    const today = dayOf(now, timeZone);
    return {
      now,
      timeZone,
      today,
      dayStart: startOf(today, timeZone),
      dayEnd: startOf(today + 1, timeZone),
      reviewMinutes,
      perCardSeconds: secondsPerCard(row),
    };
  }
}
