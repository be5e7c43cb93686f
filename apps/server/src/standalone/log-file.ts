import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

const LARGEST_BYTES = 20 * 2 ** 20;
const TAIL_BYTES = 8192;

/** A process of the tree writes here by itself. The previous file is kept as `.1` once it has grown large. */
export class LogFile {
  readonly path: string;

  constructor(dataDir: string, name: string) {
    const dir = path.join(dataDir, 'logs');
    mkdirSync(dir, { recursive: true });
    this.path = path.join(dir, `${name}.log`);
  }

  /** A descriptor for appending; the caller closes it. */
  open(): number {
    if (existsSync(this.path) && statSync(this.path).size > LARGEST_BYTES)
      renameSync(this.path, `${this.path}.1`);
    return openSync(this.path, 'a', 0o600);
  }

  /** The last complaint in the file, for the person at the terminal; '' when there is none. */
  lastComplaint(): string {
    for (const line of this.lastLines().reverse()) {
      const complaint = complaintOf(line);
      if (complaint) return complaint;
    }
    return '';
  }

  private lastLines(): string[] {
    const file = openSync(this.path, 'a+');
    try {
      const { size } = fstatSync(file);
      const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
      readSync(file, buffer, 0, buffer.length, size - buffer.length);
      return buffer.toString('utf8').split('\n').filter(Boolean);
    } finally {
      closeSync(file);
    }
  }
}

const ERROR_LEVEL = 50;

/** From a JSON line of ours, or from the uncaught error that Node prints. */
export function complaintOf(line: string): string {
  if (!line.startsWith('{')) return /^\w*Error\b.*: (.+)/.exec(line)?.[1] ?? '';
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level?: number;
      msg?: string;
      err?: { message?: string };
    };
    return (level ?? 0) >= ERROR_LEVEL ? (err?.message ?? msg ?? '') : '';
  } catch {
    return '';
  }
}
