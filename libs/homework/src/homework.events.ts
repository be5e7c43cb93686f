import { OnQueueEvent, QueueEventsHost, QueueEventsListener } from '@nestjs/bullmq';
import { Injectable, type MessageEvent, type BeforeApplicationShutdown } from '@nestjs/common';
import { logger, notFound, type ActingStudent } from '@wuhao/core';
import {
  concatMap,
  filter,
  finalize,
  from,
  interval,
  merge,
  Observable,
  Subject,
  takeUntil,
  takeWhile,
} from 'rxjs';
import { DataSource } from 'typeorm';
import { GRADING_QUEUE, type GradingProgress } from './grading.queue';
import { readHomework } from './homework.queries';
import { toEvent } from './homework.views';

/** Keeps proxies from cutting the stream, and heals an event that was lost on the way. */
const PING_MS = 15_000;

/** What the workers say, heard once by each API process. */
@QueueEventsListener(GRADING_QUEUE)
export class GradingProgressListener extends QueueEventsHost {
  readonly progress = new Subject<GradingProgress>();

  /** The connection comes back by itself; without a listener its loss would end the process. */
  @OnQueueEvent('error')
  onError(error: Error): void {
    logger.warn({ err: error }, 'queue events');
  }

  @OnQueueEvent('progress')
  onProgress({ data }: { data: unknown }): void {
    this.progress.next(data as GradingProgress);
  }
}

@Injectable()
export class HomeworkEvents implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: GradingProgressListener,
  ) {}

  beforeApplicationShutdown(): void {
    this.closing.next();
  }

  /** The state now and after each change, as the rows have it; ends after `done`. NOT_FOUND comes before the stream. */
  async watch({ id: studentId }: ActingStudent, id: string): Promise<Observable<MessageEvent>> {
    const changes = new Subject<void>();
    // Subscribed before the first reading, so that nothing falls between the two.
    const listening = merge(
      this.listener.progress.pipe(filter(({ homeworkId }) => homeworkId === id)),
      interval(PING_MS),
    ).subscribe(() => changes.next());
    const read = async () => readHomework(this.dataSource, studentId, id);
    const first = await read().catch((error: unknown) => {
      listening.unsubscribe();
      throw error;
    });
    if (first.length === 0) {
      listening.unsubscribe();
      throw notFound();
    }
    return merge(from([first]), changes.pipe(concatMap(read))).pipe(
      takeWhile((pages) => pages.length > 0),
      concatMap((pages) => {
        const data = toEvent(pages);
        return from([{ type: data.type, data }]);
      }),
      takeWhile(({ type }) => type !== 'done', true),
      takeUntil(this.closing),
      finalize(() => listening.unsubscribe()),
    );
  }
}
