import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import path from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Box, PartType } from '@wuhao/contracts';
import { invalid } from '@wuhao/core';
import { storageUnavailable } from './object-store';
import type { Answer, CutJob, EncodeJob, Numbered } from './picture-encoder.child';
import { MAX_PIXELS, PICTURE_SIDE_PX, SCREEN_SIDE_PX, THUMBNAIL_SIDE_PX, unreadable } from './picture-rules';

/** Beside the upload: `<file>.picture` and `<file>.thumbnail`, both JPEG. */
export type EncodedPicture = { width: number; height: number; bytes: number };

const START_TIMEOUT_MS = 20_000;
const PICTURE_TIMEOUT_MS = 20_000;
/** Behind the API's own threads: a burst of uploads must not slow the other requests down. */
const NICENESS = 5;

// Compiled next to this file, or run from its source by Node itself.
const CHILD = path.join(__dirname, `picture-encoder.child${path.extname(__filename)}`);

/**
 * Decodes and encodes pictures in a process of its own, which is kept: uploads one after the other, and beside them
 * parts of pictures one after the other. A picture made to break a decoder breaks that process (its upload is refused,
 * the next one gets a new process), and with these malloc settings every large block goes back to the system at once,
 * which a long-lived server's heap would not do.
 */
@Injectable()
export class PictureEncoder implements OnApplicationShutdown {
  private child?: Promise<ChildProcess>;
  private readonly uploads = new Lane();
  private readonly parts = new Lane();
  private lastJob = 0;

  /** PICTURE_UNREADABLE when it cannot be decoded whole; STORAGE_UNAVAILABLE when there is no room for the result. */
  async encode(file: string): Promise<EncodedPicture> {
    const answer = await this.uploads.run(() =>
      this.ask({
        file,
        maxPixels: MAX_PIXELS,
        pictureSidePx: PICTURE_SIDE_PX,
        thumbnailSidePx: THUMBNAIL_SIDE_PX,
      }),
    );
    if (answer?.kind === 'encoded')
      return { width: answer.width, height: answer.height, bytes: answer.bytes };
    if (answer?.kind === 'disk') throw storageUnavailable(new Error(answer.why));
    throw unreadable(new Error(answer?.kind === 'refused' ? answer.why : 'the encoder did not survive it'));
  }

  /**
   * The part of a kept picture that a box names (px), its longer side at most SCREEN_SIDE_PX. VALIDATION_FAILED when
   * the box is empty or not on the picture; STORAGE_UNAVAILABLE when it cannot be made now.
   */
  async cut(picture: Buffer, part: Box, type: PartType): Promise<Buffer> {
    const answer = await this.parts.run(async () => {
      const job: CutJob = { picture, part, sidePx: SCREEN_SIDE_PX, type };
      // The process may have died of the upload beside it.
      return (await this.ask(job)) ?? this.ask(job);
    });
    if (answer?.kind === 'cut') return Buffer.from(answer.bytes);
    if (answer?.kind === 'outside') throw invalid('part', 'does not lie on the picture');
    throw storageUnavailable(new Error(answer?.kind === 'refused' ? answer.why : 'the encoder ends'));
  }

  /** Starts the process before the first upload needs it. */
  async warm(): Promise<void> {
    await this.running();
  }

  async onApplicationShutdown(): Promise<void> {
    const child = await this.child?.catch(() => undefined);
    child?.kill('SIGKILL');
  }

  private async ask(job: EncodeJob | CutJob): Promise<Answer | undefined> {
    const child = await this.running();
    const n = ++this.lastJob;
    const answered = answerOf(child, n, PICTURE_TIMEOUT_MS);
    child.send({ n, of: job } satisfies Numbered<typeof job>, () => undefined);
    return answered;
  }

  private async running(): Promise<ChildProcess> {
    const known = this.child;
    // It may have ended while nobody was looking.
    if (known && !(await known).connected) this.forget(known);
    return (this.child ??= this.begin());
  }

  private begin(): Promise<ChildProcess> {
    const started = this.start();
    const forget = () => this.forget(started);
    started.then((child) => child.once('exit', forget), forget);
    return started;
  }

  /** Unless another has taken its place already. */
  private forget(started: Promise<ChildProcess>): void {
    if (this.child === started) this.child = undefined;
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(CHILD, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Bytes go as bytes.
      serialization: 'advanced',
      // No secret of ours; 128 KB and more is mapped and unmapped, whatever was freed before.
      env: { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' },
      execArgv: ['--expose-gc', '--max-old-space-size=64'],
    });
    if ((await answerOf(child, 0, START_TIMEOUT_MS))?.kind !== 'ready')
      throw storageUnavailable(new Error('the picture encoder does not start'));
    if (child.pid) setPriority(child.pid, NICENESS);
    return child;
  }
}

/** One piece of work after the other. */
class Lane {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** Undefined when the child ends, or does not answer in time and is ended. */
function answerOf(child: ChildProcess, n: number, timeoutMs: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer?: Answer) => {
      clearTimeout(timer);
      child.off('message', heard).off('exit', ended).off('error', ended);
      resolve(answer);
    };
    const heard = (message: unknown) => {
      const answer = message as Numbered<Answer>;
      if (answer.n === n) settle(answer.of);
    };
    const ended = () => settle();
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.on('message', heard).once('exit', ended).once('error', ended);
  });
}
