import { Injectable } from '@nestjs/common';
import { judgeAnswer } from '@wuhao/arithmetic';
import type {
  HomeworkAccepted,
  HomeworkCreate,
  HomeworkList,
  HomeworkView,
  PageQuery,
  RedoBody,
  RedoResult,
} from '@wuhao/contracts';
import { AppError, Clock, logger, notFound, uuidv7, type ActingStudent } from '@wuhao/core';
import { bodyHash, FIRST_CURSOR, ItemEvent, keyReused, once, toPage } from '@wuhao/db';
import { FilesService, PictureUrls } from '@wuhao/files';
import { MistakesService } from '@wuhao/mistakes';
import { DataSource, type EntityManager } from 'typeorm';
import { GradingQueue } from './grading.queue';
import * as queries from './homework.queries';
import { toItem, toSummary, toView } from './homework.views';

@Injectable()
export class HomeworkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly urls: PictureUrls,
    private readonly mistakes: MistakesService,
    private readonly queue: GradingQueue,
    private readonly clock: Clock,
  ) {}

  /** The rows are the submission; handing it to the queue can be made up for by the sweep. */
  async submit(student: ActingStudent, key: string, body: HomeworkCreate): Promise<HomeworkAccepted> {
    const hash = bodyHash(body);
    const accepted = await this.dataSource.transaction(async (tx) => {
      await this.files.ownedBy(tx, student.id, body.fileIds);
      const at = this.clock.now();
      const [made] = await queries.insertHomework(
        tx,
        student.id,
        uuidv7(),
        body.subject,
        body.title ?? null,
        body.fileIds.length,
        key,
        hash,
        at,
      );
      if (!made) return this.submittedBefore(tx, student, key, hash);
      await queries.insertPages(tx, student.id, made.id, body.fileIds, at);
      return { id: made.id, status: 'queued' as const };
    });
    await this.queue
      .handOver(student.id)
      .catch((error: unknown) => logger.warn({ err: error }, 'left to the sweep'));
    return accepted;
  }

  async list(student: ActingStudent, { limit, cursor }: PageQuery): Promise<HomeworkList> {
    const rows = await queries.listHomework(this.dataSource, student.id, cursor ?? FIRST_CURSOR, limit + 1);
    return toPage(rows, limit, (row) => toSummary(this.urls, student, row));
  }

  async get(student: ActingStudent, id: string): Promise<HomeworkView> {
    const pages = await queries.readHomework(this.dataSource, student.id, id);
    if (pages.length === 0) throw notFound();
    // After the pages, never beside them: a page said to be graded must have all of its items.
    const items = await queries.readItems(this.dataSource, student.id, id);
    return toView(this.urls, student, pages, items);
  }

  /** Its mistakes stay in the mistake book. */
  async delete(student: ActingStudent, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [deleted] = await queries.deleteHomework(tx, student.id, id);
      if (!deleted) throw notFound();
      await this.mistakes.forgetHomework(tx, student.id, id);
    });
  }

  /** 订正. The first try makes the right answer visible, whether it was right or not. */
  async redo(
    student: ActingStudent,
    key: string,
    homeworkId: string,
    itemId: string,
    { answer }: RedoBody,
  ): Promise<RedoResult> {
    const request = { accountId: student.id, key, body: { redo: itemId, answer } };
    return this.dataSource.transaction(async (tx) => {
      const [locked] = await queries.lockItem(tx, student.id, homeworkId, itemId);
      if (!locked) throw notFound();
      return once(tx, request, async () => {
        const verdict = await this.judge(tx, student, homeworkId, itemId, answer);
        const [item] = await queries.readItem(tx, student.id, homeworkId, itemId);
        return { verdict, item: toItem(student, item!) };
      });
    });
  }

  private async judge(
    tx: EntityManager,
    student: ActingStudent,
    homeworkId: string,
    itemId: string,
    answer: string,
  ) {
    const [item] = await queries.readItem(tx, student.id, homeworkId, itemId);
    if (!item || item.verdict === 'correct' || item.expected === null)
      throw new AppError('CONFLICT', 'There is nothing to correct in this item');
    const { verdict } = judgeAnswer(item.question, answer);
    if (verdict === 'unreadable') return verdict;

    const at = this.clock.now();
    await tx.insert(ItemEvent, {
      studentId: student.id,
      id: uuidv7(),
      itemId,
      kind: 'redo',
      answer,
      verdict,
      actorId: student.viewer.accountId,
      createdAt: at,
    });
    await queries.countTry(tx, student.id, itemId, verdict === 'correct', at);
    await this.mistakes.showExpected(tx, student.id, itemId, at);
    return verdict;
  }

  private async submittedBefore(
    tx: EntityManager,
    student: ActingStudent,
    key: string,
    hash: Buffer,
  ): Promise<HomeworkAccepted> {
    const [earlier] = await queries.findByKey(tx, student.id, key);
    if (earlier?.hash !== hash.toString('hex')) throw keyReused();
    // The answer to a repeat is the first one, whatever has happened since.
    return { id: earlier.id, status: 'queued' };
  }
}
