import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import path from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { storageUnavailable } from './object-store';
import type { EncodeAnswer, EncodeJob } from './picture-encoder.child';
import { MAX_PIXELS, PICTURE_SIDE_PX, THUMBNAIL_SIDE_PX, unreadable } from './picture-rules';

/** Beside the upload: `<file>.picture` and `<file>.thumbnail`, both JPEG. */
export type EncodedPicture = { width: number; height: number; bytes: number };

const START_TIMEOUT_MS = 20_000;
const PICTURE_TIMEOUT_MS = 20_000;
/** Behind the API's own threads: a burst of uploads must not slow the other requests down. */
const NICENESS = 5;

// Compiled next to this file, or run from its source by Node itself.
const CHILD = path.join(__dirname, `picture-encoder.child${path.extname(__filename)}`);

/**
 * Encodes pictures one after the other in a process of its own, which is kept. A picture made to break a decoder
 * breaks that process (its upload is refused, the next one gets a new process), and with these malloc settings every
 * large block goes back to the system at once, which a long-lived server's heap would not do.
 */
@Injectable()
export class PictureEncoder implements OnApplicationShutdown {
  private child?: Promise<ChildProcess>;
  private last: Promise<unknown> = Promise.resolve();

  /** PICTURE_UNREADABLE when it cannot be decoded whole; STORAGE_UNAVAILABLE when there is no room for the result. */
  encode(file: string): Promise<EncodedPicture> {
    const turn = this.last.then(() => this.run(file));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Starts the process before the first upload needs it. */
  async warm(): Promise<void> {
    await this.running();
  }

  async onApplicationShutdown(): Promise<void> {
    const child = await this.child?.catch(() => undefined);
    child?.kill('SIGKILL');
  }

  private async run(file: string): Promise<EncodedPicture> {
    const child = await this.running();
    const job: EncodeJob = {
      file,
      maxPixels: MAX_PIXELS,
      pictureSidePx: PICTURE_SIDE_PX,
      thumbnailSidePx: THUMBNAIL_SIDE_PX,
    };
    const answered = nextAnswer(child, PICTURE_TIMEOUT_MS);
    child.send(job, () => undefined);
    const answer = await answered;
    if (answer?.kind === 'encoded')
      return { width: answer.width, height: answer.height, bytes: answer.bytes };
    if (answer?.kind === 'disk') throw storageUnavailable(new Error(answer.why));
    throw unreadable(new Error(answer?.kind === 'refused' ? answer.why : 'the encoder did not survive it'));
  }

  private async running(): Promise<ChildProcess> {
    // It may have ended while nobody was looking.
    if (this.child && !(await this.child).connected) this.child = undefined;
    return (this.child ??= this.start().catch((error: unknown) => {
      this.child = undefined;
      throw error;
    }));
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(CHILD, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // No secret of ours; 128 KB and more is mapped and unmapped, whatever was freed before.
      env: { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' },
      execArgv: ['--expose-gc', '--max-old-space-size=64'],
    });
    child.once('exit', () => (this.child = undefined));
    if ((await nextAnswer(child, START_TIMEOUT_MS))?.kind !== 'ready')
      throw storageUnavailable(new Error('the picture encoder does not start'));
    if (child.pid) setPriority(child.pid, NICENESS);
    return child;
  }
}

/** Undefined when the child ends, or does not answer in time and is ended. */
function nextAnswer(child: ChildProcess, timeoutMs: number): Promise<EncodeAnswer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer?: unknown) => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', ended).off('error', ended);
      resolve(answer as EncodeAnswer | undefined);
    };
    const ended = () => settle();
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.once('message', settle).once('exit', ended).once('error', ended);
  });
}
