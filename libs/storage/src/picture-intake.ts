import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError, env, uuidv7 } from '@wuhao/core';
import { storageUnavailable } from './object-store';
import { PictureProbe } from './picture-probe';
import { passed } from './passed-bytes';
import { sweepTempFiles } from './temp-files';

/** An upload that has come in whole and looks like a picture: `file` with what the encoder puts beside it. */
export type ReceivedPicture = {
  file: string;
  sha256: Buffer;
  discard(): Promise<void>;
};

/** Uploads on their way: on the disk, not in memory. */
@Injectable()
export class PictureIntake implements OnModuleInit {
  private readonly folder = path.resolve(env().DATA_DIR, 'uploads');

  async onModuleInit(): Promise<void> {
    await sweepTempFiles(this.folder);
  }

  /** Reads to the end, or throws what PictureProbe finds, or STORAGE_UNAVAILABLE; then nothing is left behind. */
  async receive(upload: Readable): Promise<ReceivedPicture> {
    const file = path.join(this.folder, uuidv7());
    const hash = createHash('sha256');
    const probe = new PictureProbe();
    const discard = async () => {
      for (const name of [file, `${file}.picture`, `${file}.thumbnail`]) await rm(name, { force: true });
    };
    try {
      // Opened before anything can be refused: a file that is made after its removal would stay.
      const handle = await open(file, 'wx', 0o600);
      await pipeline(
        upload,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            probe.push(chunk);
            hash.update(chunk);
            yield chunk;
            passed(chunk.length);
          }
          probe.end();
        },
        handle.createWriteStream(),
      );
    } catch (error) {
      await discard();
      throw isOfDisk(error) ? storageUnavailable(error) : error;
    }
    return { file, sha256: hash.digest(), discard };
  }
}

const isOfDisk = (error: unknown) =>
  !(error instanceof AppError) && (error as NodeJS.ErrnoException).syscall !== undefined;
