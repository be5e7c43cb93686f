import { Injectable } from '@nestjs/common';
import { judgeAnswer, judgeReading } from '@wuhao/arithmetic';
import type { ItemPatch, ItemPatched, RedoBody, RedoResult, Verdict } from '@wuhao/contracts';
import { AppError, Clock, notFound, uuidv7, type ActingStudent } from '@wuhao/core';
import { ItemEvent, once } from '@wuhao/db';
import { MistakesService } from '@wuhao/mistakes';
import { DataSource, type EntityManager } from 'typeorm';
import { countScore, lockHomework } from './grading.queries';
import type { ItemRow } from './homework.queries';
import { isDone } from './homework-status';
import { toItem } from './homework.views';
import * as queries from './item.queries';

/** `from` are the verdicts that an action is for; where it has led already there is nothing left to do. */
const PATCHES: Record<ItemPatch['action'], { from: readonly Verdict[]; to: readonly Verdict[] }> = {
  confirm: { from: ['suspect', 'unreadable'], to: ['correct', 'wrong'] },
  edit: { from: ['suspect', 'unreadable', 'unanswered'], to: [] },
  appeal: { from: ['wrong'], to: ['suspect'] },
};

/** What people do with an item after it was graded. */
@Injectable()
export class ItemService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mistakes: MistakesService,
    private readonly clock: Clock,
  ) {}

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

  /** Confirms a reading, edits it, or appeals. The item, its mistake and the score change together. */
  async patch(
    student: ActingStudent,
    key: string,
    homeworkId: string,
    itemId: string,
    body: ItemPatch,
  ): Promise<ItemPatched> {
    const request = { accountId: student.id, key, body: { patch: itemId, ...body } };
    return this.dataSource.transaction(async (tx) => {
      const [homework] = await lockHomework(tx, student.id, homeworkId);
      const [locked] = await queries.lockItem(tx, student.id, homeworkId, itemId);
      if (!homework || !locked) throw notFound();
      return once(tx, request, async () => {
        if (!isDone(homework.status)) throw new AppError('CONFLICT', 'The homework is still being graded');
        const [before] = await queries.readItem(tx, student.id, homeworkId, itemId);
        const verdict = await this.applyPatch(tx, student, homeworkId, before!, body);
        const [item] = await queries.readItem(tx, student.id, homeworkId, itemId);
        const [score] = await countScore(tx, student.id, homeworkId);
        return { verdict, item: toItem(student, item!), score: score! };
      });
    });
  }

  private async judge(
    tx: EntityManager,
    student: ActingStudent,
    homeworkId: string,
    itemId: string,
    answer: string,
  ): Promise<RedoResult['verdict']> {
    const [item] = await queries.readItem(tx, student.id, homeworkId, itemId);
    if (!item || item.verdict === 'correct' || item.expected === null)
      throw new AppError('CONFLICT', 'There is nothing to correct in this item');
    const { verdict } = judgeAnswer(item.question, answer);
    if (verdict === 'unreadable') return verdict;

    const at = await this.record(tx, student, itemId, { kind: 'redo', answer, verdict });
    await queries.countTry(tx, student.id, itemId, verdict === 'correct', at);
    await this.mistakes.showExpected(tx, student.id, itemId, at);
    return verdict;
  }

  private async applyPatch(
    tx: EntityManager,
    student: ActingStudent,
    homeworkId: string,
    item: ItemRow,
    patch: ItemPatch,
  ): Promise<ItemPatched['verdict']> {
    const { from, to } = PATCHES[patch.action];
    if (to.includes(item.verdict)) return item.verdict as ItemPatched['verdict'];
    if (!from.includes(item.verdict))
      throw new AppError('CONFLICT', `There is nothing to ${patch.action} in this item`);
    return patch.action === 'appeal'
      ? this.appeal(tx, student, item)
      : this.judgeAnew(tx, student, homeworkId, item, patch);
  }

  private async judgeAnew(
    tx: EntityManager,
    student: ActingStudent,
    homeworkId: string,
    item: ItemRow,
    patch: Exclude<ItemPatch, { action: 'appeal' }>,
  ): Promise<'correct' | 'wrong' | 'unreadable'> {
    const { question, studentAnswer } = { ...item, ...patch };
    const reading = studentAnswer === null ? null : judgeReading(question, studentAnswer);
    if (!reading) return 'unreadable';

    const { text, verdict, expected } = reading;
    const answer = patch.action === 'edit' ? text : studentAnswer!;
    const at = await this.record(tx, student, item.id, { kind: patch.action, answer, verdict });
    await queries.writeReading(
      tx,
      student.id,
      item.id,
      text,
      reading.question,
      reading.studentAnswer,
      expected,
      verdict,
    );
    await this.mistakes.reread(tx, student.id, item.id, reading);
    if (verdict === 'wrong') {
      await this.mistakes.collect(
        tx,
        student.id,
        await queries.readAsMistake(tx, student.id, homeworkId, item.id),
        at,
      );
      const isShown = item.tries > 0 && item.expected === expected;
      if (isShown) await this.mistakes.showExpected(tx, student.id, item.id, at);
    }
    return verdict;
  }

  private async appeal(tx: EntityManager, student: ActingStudent, item: ItemRow): Promise<'suspect'> {
    const answer = item.studentAnswer ?? '';
    await this.record(tx, student, item.id, { kind: 'appeal', answer, verdict: 'suspect' });
    await queries.markSuspect(tx, student.id, item.id);
    await this.mistakes.takeBack(tx, student.id, item.id);
    return 'suspect';
  }

  /** Gives the moment that it is recorded with. */
  private async record(
    tx: EntityManager,
    student: ActingStudent,
    itemId: string,
    event: Pick<ItemEvent, 'kind' | 'answer' | 'verdict'>,
  ): Promise<Date> {
    const createdAt = this.clock.now();
    await tx.insert(ItemEvent, {
      studentId: student.id,
      id: uuidv7(),
      itemId,
      ...event,
      actorId: student.viewer.accountId,
      createdAt,
    });
    return createdAt;
  }
}
