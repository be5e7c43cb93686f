import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fields } from '../protocol';
import { Refusal } from './refusal';

const ENTRY_LIMIT_BYTES = 1024 * 1024;
const TOTAL_LIMIT_BYTES = 10 * 1024 * 1024;
/** Encrypted text is longer; the platform lowers the limits by that much. */
const ENCRYPTED_ENTRY_LIMIT_BYTES = 0.7 * 1024 * 1024;

interface Entry {
  text: string;
  encrypted: boolean;
}

/** Storage of one user of the app on one phone: it outlives the app, and the run when the directory is kept. */
export class Storage {
  private readonly file: string;
  private readonly keyFile: string;
  private entries: Record<string, Entry>;

  constructor(dir: string) {
    this.file = path.join(dir, 'storage.json');
    this.keyFile = path.join(dir, 'storage.key');
    this.entries = existsSync(this.file)
      ? (JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, Entry>)
      : {};
  }

  private secret(): Buffer {
    if (!existsSync(this.keyFile)) writeFileSync(this.keyFile, randomBytes(16), { mode: 0o600 });
    return readFileSync(this.keyFile);
  }

  private encrypt(text: string): string {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-128-cbc', this.secret(), iv);
    return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
  }

  private decrypt(text: string): string {
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv('aes-128-cbc', this.secret(), bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  }

  private save(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.entries));
    renameSync(`${this.file}.new`, this.file);
  }

  private totalBytes(without?: string): number {
    return Object.entries(this.entries).reduce(
      (sum, [key, { text }]) => sum + (key === without ? 0 : Buffer.byteLength(text)),
      0,
    );
  }

  /** Every text in it that is not encrypted, by its key. */
  texts(): Record<string, string> {
    const plain = Object.entries(this.entries).filter(([, { encrypted }]) => !encrypted);
    const values = plain.map(([key, { text }]) => [key, (JSON.parse(text) as { value?: unknown }).value]);
    return Object.fromEntries(values.filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >;
  }

  readonly operations: Record<string, (params: Fields) => Fields> = {
    set: ({ key, text, encrypted }) => {
      const plain = String(text);
      const limit = encrypted === true ? ENCRYPTED_ENTRY_LIMIT_BYTES : ENTRY_LIMIT_BYTES;
      if (Buffer.byteLength(plain) > limit) throw new Refusal('entry size limit reached');
      const stored = encrypted === true ? this.encrypt(plain) : plain;
      if (this.totalBytes(String(key)) + Buffer.byteLength(stored) > TOTAL_LIMIT_BYTES)
        throw new Refusal('exceed storage max size 10Mb');
      this.entries[String(key)] = { text: stored, encrypted: encrypted === true };
      this.save();
      return {};
    },
    get: ({ key, encrypted }) => {
      const entry = Object.hasOwn(this.entries, String(key)) ? this.entries[String(key)] : undefined;
      // What was written encrypted is read only by who says so, and the other way round.
      if (!entry || entry.encrypted !== (encrypted === true)) return { found: false };
      return { found: true, text: entry.encrypted ? this.decrypt(entry.text) : entry.text };
    },
    remove: ({ key }) => {
      delete this.entries[String(key)];
      this.save();
      return {};
    },
    clear: () => {
      this.entries = {};
      this.save();
      return {};
    },
    info: () => ({
      keys: Object.keys(this.entries),
      currentSize: Math.ceil(this.totalBytes() / 1024),
      limitSize: TOTAL_LIMIT_BYTES / 1024,
    }),
  };
}
