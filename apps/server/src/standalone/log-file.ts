import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const LARGEST_BYTES = 20 * 2 ** 20;

/**
 * What one process of the tree says, written by the supervisor: a process that wrote by itself would stumble over a
 * full disk. The previous file is kept as `.1` once it has grown large.
 */
export class LogFile {
  readonly path: string;
  /** The last error that the process reported since its start, for the person at the terminal. */
  complaint = '';
  private file: number | undefined;
  private bytes = 0;

  constructor(dataDir: string, name: string) {
    this.path = path.join(dataDir, 'logs', `${name}.log`);
    mkdirSync(path.dirname(this.path), { recursive: true });
  }

  /** Follows a process that has just been started. */
  follow(...streams: Readable[]): void {
    this.complaint = '';
    for (const input of streams) createInterface({ input }).on('line', (line) => this.write(line));
  }

  write(line: string): void {
    this.complaint = complaintOf(line) || this.complaint;
    try {
      this.file ??= this.open();
      this.bytes += writeSync(this.file, `${line}\n`);
      if (this.bytes > LARGEST_BYTES) this.close();
    } catch {
      // Without room for it the line is lost; what it tells of goes on.
    }
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private open(): number {
    this.bytes = existsSync(this.path) ? statSync(this.path).size : 0;
    if (this.bytes > LARGEST_BYTES) {
      renameSync(this.path, `${this.path}.1`);
      this.bytes = 0;
    }
    return openSync(this.path, 'a', 0o600);
  }
}

/** Levels 50 and 60 of our JSON lines are errors; the rest is not worth a parse. */
const ERROR_LINE = /^\{"level":[56]0,/;

/** From a JSON line of ours, or from the uncaught error that Node prints. */
export function complaintOf(line: string): string {
  if (!line.startsWith('{')) return /^\w*Error\b.*: (.+)/.exec(line)?.[1] ?? '';
  if (!ERROR_LINE.test(line)) return '';
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return err?.message ?? msg ?? '';
  } catch {
    return '';
  }
}
