import { Injectable } from '@nestjs/common';
import type { PageProblem, Subject } from '@wuhao/contracts';
import { Clock, logger, uuidv7 } from '@wuhao/core';
import { GradingRun, Item } from '@wuhao/db';
import { FilesService } from '@wuhao/files';
import { MistakesService } from '@wuhao/mistakes';
import { PageReader, PageReaderError, type PageItem } from '@wuhao/page-reader';
import { DataSource, type EntityManager } from 'typeorm';
import * as queries from './grading.queries';
import { GradingQueue, type PageRef } from './grading.queue';
import { isDone, statusOf } from './homework-status';

/** A page that failed this often does so by itself. */
const MOST_FAILED_RUNS = 5;
const RENEW_CLAIM_MS = 3_000;

type Run = PageRef & { token: string; fileId: string; subject: Subject; startedAt: Date };
type Outcome = { items: PageItem[]; problem: PageProblem | null };

@Injectable()
export class GradingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly mistakes: MistakesService,
    private readonly reader: PageReader,
    private readonly queue: GradingQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Grades one page. Safe to run twice, at the same time too: a page that is done or in other hands is left
   * alone, and a run that was overtaken writes nothing. Throws when a later try may succeed; the page then
   * waits again. `onStart` is called once the page is taken.
   */
  async grade(page: PageRef, signal: AbortSignal, onStart: () => Promise<void>): Promise<void> {
    const { studentId, homeworkId, n } = page;
    const token = uuidv7();
    const [claim] = await queries.claimPage(this.dataSource, studentId, homeworkId, n, token);
    if (!claim) return;
    const run: Run = {
      ...page,
      token,
      fileId: claim.fileId,
      subject: claim.subject as Subject,
      startedAt: this.clock.now(),
    };
    await queries.startHomework(this.dataSource, studentId, homeworkId);
    await onStart();

    const outcome = await this.outcome(run, claim.failedRuns, signal);
    await this.dataSource.transaction((tx) => this.write(tx, run, outcome));
    await this.queue.handOver(studentId);
  }

  /** Ends the page reader's process. */
  close(): Promise<void> {
    return this.reader.close();
  }

  private async outcome(run: Run, failedRuns: number, signal: AbortSignal): Promise<Outcome> {
    if (failedRuns >= MOST_FAILED_RUNS) return { items: [], problem: 'reader_failed' };
    const stopRenewing = this.keepClaim(run);
    try {
      const picture = await this.files.read(run.studentId, run.fileId);
      return await this.reader.read(picture, signal);
    } catch (error) {
      // Told to stop, or a reader that cannot start: that says nothing about the page.
      const counts = !signal.aborted && !(error instanceof PageReaderError && error.reason === 'unavailable');
      if (counts && failedRuns + 1 >= MOST_FAILED_RUNS) {
        logger.error({ err: error, homeworkId: run.homeworkId, n: run.n }, 'page cannot be graded');
        return { items: [], problem: 'reader_failed' };
      }
      const { studentId, homeworkId, n, token } = run;
      await queries.releasePage(this.dataSource, studentId, homeworkId, n, token, counts ? 1 : 0);
      throw error;
    } finally {
      stopRenewing();
    }
  }

  /** One transaction behind the fence: the page's state, its items, their mistakes and the score. */
  private async write(tx: EntityManager, run: Run, { items, problem }: Outcome): Promise<void> {
    const { studentId, homeworkId, n, token } = run;
    const [homework] = await queries.lockHomework(tx, studentId, homeworkId);
    if (!homework) return;
    const [held] = await queries.finishPage(
      tx,
      studentId,
      homeworkId,
      n,
      token,
      problem ? 'failed' : 'graded',
      problem,
    );
    if (!held) return;

    const at = this.clock.now();
    const rows = items.map((item, position) => toRow(run, item, position));
    if (rows.length > 0) await tx.insert(Item, rows);
    await tx.insert(GradingRun, {
      studentId,
      id: token,
      homeworkId,
      page: n,
      grader: 'built-in',
      problem,
      itemCount: rows.length,
      startedAt: run.startedAt,
      finishedAt: at,
    });
    const wrong = rows.filter((row) => row.verdict === 'wrong');
    await this.mistakes.collect(
      tx,
      studentId,
      wrong.map((row) => ({
        itemId: row.id,
        homeworkId,
        fileId: run.fileId,
        box: { x: row.boxX, y: row.boxY, w: row.boxW, h: row.boxH },
        subject: run.subject,
        question: row.question,
        studentAnswer: row.studentAnswer,
        expected: row.expected,
        cause: row.cause,
      })),
      at,
    );
    const pages = await queries.readPageStatuses(tx, studentId, homeworkId);
    const status = statusOf(pages.map((page) => page.status as never));
    await queries.updateHomework(tx, studentId, homeworkId, status, isDone(status));
  }

  private keepClaim({ studentId, homeworkId, n, token }: Run): () => void {
    const timer = setInterval(() => {
      queries
        .renewClaim(this.dataSource, studentId, homeworkId, n, token)
        .catch((error: unknown) => logger.warn({ err: error }, 'claim not renewed'));
    }, RENEW_CLAIM_MS);
    return () => clearInterval(timer);
  }
}

function toRow({ studentId, homeworkId, n }: Run, item: PageItem, position: number) {
  return {
    studentId,
    id: uuidv7(),
    homeworkId,
    page: n,
    position,
    boxX: item.box.x,
    boxY: item.box.y,
    boxW: item.box.w,
    boxH: item.box.h,
    text: item.text,
    question: item.question,
    verdict: item.verdict,
    studentAnswer: item.studentAnswer,
    expected: item.expected,
    confidence: item.confidence,
    cause: null,
  };
}
