import { Injectable } from '@nestjs/common';
import type {
  HomeworkAccepted,
  HomeworkCreate,
  HomeworkList,
  HomeworkView,
  PageQuery,
} from '@wuhao/contracts';
import { Clock, logger, notFound, uuidv7, type ActingStudent } from '@wuhao/core';
import { bodyHash, FIRST_CURSOR, keyReused, toPage } from '@wuhao/db';
import { FilesService, PictureUrls } from '@wuhao/files';
import { MistakesService } from '@wuhao/mistakes';
import { DataSource, type EntityManager } from 'typeorm';
import { GradingQueue } from './grading.queue';
import * as queries from './homework.queries';
import { toSummary, toView } from './homework.views';

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
