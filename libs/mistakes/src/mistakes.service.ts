import { Injectable } from '@nestjs/common';
import type {
  Box,
  Cause,
  MistakeCreate,
  MistakeList,
  MistakeQuery,
  MistakeStatistics,
  MistakeView,
  Subject,
} from '@wuhao/contracts';
import { Clock, notFound, uuidv7, type ActingStudent } from '@wuhao/core';
import { bodyHash, FIRST_CURSOR, keyReused, toPage } from '@wuhao/db';
import { FilesService, PictureUrls } from '@wuhao/files';
import { DataSource, type EntityManager } from 'typeorm';
import { FORGETTING, MASTERED_STABILITY, MASTERY_AFTER_DAYS } from './mastery';
import * as queries from './mistakes.queries';
import { seesExpected, toMistake } from './mistakes.views';
import { firstDueAt } from './schedule';
import { dayOf, startOf } from './student-day';

/** An item that was answered wrong, as grading found it. */
export type WrongItem = {
  itemId: string;
  homeworkId: string;
  fileId: string;
  box: Box;
  subject: Subject;
  question: string;
  studentAnswer: string | null;
  expected: string | null;
  cause: Cause | null;
};

/** The mistake book. */
@Injectable()
export class MistakesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly urls: PictureUrls,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts wrong items into the mistake book, due tonight. Safe to run twice and at the same time: an item makes
   * one mistake, and one that was deleted stays deleted.
   */
  async collect(tx: EntityManager, studentId: string, wrongItems: WrongItem[], at: Date): Promise<void> {
    if (wrongItems.length === 0) return;
    const dueAt = firstDueAt(at, await this.timeZone(tx, studentId));
    // Two runs that insert the same items in one order wait for each other; in two orders they would deadlock.
    // The ids are given in the order of the page, which is the order of the list.
    const mistakes = wrongItems
      .map((item) => ({ ...item, id: uuidv7() }))
      .sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
    await queries.insertCollected(tx, studentId, JSON.stringify(mistakes), dueAt, at);
  }

  /** The child has tried this item again (订正): from now on it may see the right answer. Safe to run twice. */
  async showExpected(tx: EntityManager, studentId: string, itemId: string, at: Date): Promise<void> {
    await queries.showExpected(tx, studentId, itemId, at);
  }

  /** The item may not be wrong after all: its mistake leaves the book, unless it was reviewed. */
  async takeBack(tx: EntityManager, studentId: string, itemId: string): Promise<void> {
    await queries.takeBack(tx, studentId, itemId);
  }

  /** Something else stands on the paper than the mistake says; another right answer is held back anew. */
  async reread(
    tx: EntityManager,
    studentId: string,
    itemId: string,
    { question, studentAnswer, expected }: Pick<WrongItem, 'question' | 'studentAnswer' | 'expected'>,
  ): Promise<void> {
    await queries.reread(tx, studentId, itemId, question, studentAnswer, expected);
  }

  /** The homework is gone; its mistakes stay and stop naming it. */
  async forgetHomework(tx: EntityManager, studentId: string, homeworkId: string): Promise<void> {
    await queries.forgetHomework(tx, studentId, homeworkId);
  }

  /** By hand. The same key and body give the same mistake. */
  async add(student: ActingStudent, key: string, body: MistakeCreate): Promise<MistakeView> {
    const hash = bodyHash(body);
    if (body.fileId) await this.files.ownedBy(this.dataSource.manager, student.id, [body.fileId]);
    const at = this.clock.now();
    await queries.insertByHand(
      this.dataSource,
      student.id,
      uuidv7(),
      body.subject,
      body.question ?? null,
      body.studentAnswer ?? null,
      body.cause ?? null,
      body.knowledgePoints,
      body.fileId ?? null,
      firstDueAt(at, await this.timeZone(this.dataSource.manager, student.id)),
      at,
      key,
      hash,
    );
    const [mistake] = await queries.readByKey(this.dataSource, student.id, key, seesExpected(student));
    if (mistake?.hash !== hash.toString('hex')) throw keyReused();
    return toMistake(this.urls, student.id, mistake);
  }

  async list(
    student: ActingStudent,
    { limit, cursor, subject, knowledgePoint }: MistakeQuery,
  ): Promise<MistakeList> {
    const rows = await queries.listMistakes(
      this.dataSource,
      student.id,
      cursor ?? FIRST_CURSOR,
      seesExpected(student),
      subject ?? null,
      knowledgePoint ?? null,
      limit + 1,
    );
    return toPage(rows, limit, (row) => toMistake(this.urls, student.id, row));
  }

  async get(student: ActingStudent, id: string): Promise<MistakeView> {
    const [row] = await queries.readMistake(this.dataSource, student.id, id, seesExpected(student));
    if (!row) throw notFound();
    return toMistake(this.urls, student.id, row);
  }

  /** Leaves a mark, so that no later grading brings it back. */
  async delete(student: ActingStudent, id: string): Promise<void> {
    const [deleted] = await queries.markDeleted(this.dataSource, student.id, id, this.clock.now());
    if (!deleted) throw notFound();
  }

  async statistics(student: ActingStudent): Promise<MistakeStatistics> {
    const timeZone = await this.timeZone(this.dataSource.manager, student.id);
    const today = dayOf(this.clock.now(), timeZone);
    const [statistics] = await queries.readStatistics(
      this.dataSource,
      student.id,
      startOf(today, timeZone),
      startOf(today + 1, timeZone),
      MASTERED_STABILITY,
      FORGETTING.factor * MASTERY_AFTER_DAYS,
      FORGETTING.decay,
    );
    return statistics!;
  }

  private async timeZone(on: EntityManager, studentId: string): Promise<string> {
    const [profile] = await queries.readTimeZone(on, studentId);
    if (!profile) throw notFound();
    return profile.timeZone;
  }
}
