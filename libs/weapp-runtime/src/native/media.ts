import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fields } from '../protocol';
import type { FileStore } from './files';
import type { Permissions } from './permissions';
import { Refusal } from './refusal';

type AskShell = (api: string, params: Fields) => Promise<Fields>;

/** Album and camera: the test says which files the finger picks; without an answer the chooser stays open. */
export class Media {
  private answers: (string[] | null)[] = [];
  private readonly open: ((files: string[] | null) => void)[] = [];

  constructor(
    private readonly files: FileStore,
    private readonly permissions: Permissions,
    private readonly askShell: AskShell,
  ) {}

  /** The next chooser takes these; null = the user closes it. */
  supply(files: string[] | null): void {
    const waiting = this.open.shift();
    if (waiting) waiting(files);
    else this.answers.push(files);
  }

  private picked(): Promise<string[] | null> {
    const answer = this.answers.shift();
    if (answer !== undefined) return Promise.resolve(answer);
    return new Promise((resolve) => this.open.push(resolve));
  }

  async choose({ count, sourceType }: Fields): Promise<Fields> {
    const sources = sourceType as string[];
    if (sources.length === 1 && sources[0] === 'camera') this.permissions.require('scope.camera');
    const picked = await this.picked();
    if (picked === null) throw new Refusal('cancel');
    const photos = picked.slice(0, Number(count)).map((file) => ({
      tempFilePath: this.files.keepTemporary(readFileSync(file), path.extname(file).toLowerCase()),
      size: statSync(file).size,
    }));
    return { photos };
  }

  async compress({ src, quality, width, height }: Fields): Promise<Fields> {
    const base64 = this.files.read(String(src)).toString('base64');
    const result = await this.askShell('shell.compress', {
      base64,
      quality,
      width: width ?? null,
      height: height ?? null,
    });
    return { tempFilePath: this.files.keepTemporary(Buffer.from(String(result.base64), 'base64'), '.jpg') };
  }

  async info({ src }: Fields): Promise<Fields> {
    const content = this.files.read(String(src));
    const { width, height } = await this.askShell('shell.measure', { base64: content.toString('base64') });
    const type = content.subarray(0, 4).toString('hex').startsWith('ffd8') ? 'jpeg' : 'png';
    return { width, height, path: src, orientation: 'up', type };
  }

  async saveToAlbum({ filePath }: Fields): Promise<Fields> {
    this.permissions.require('scope.writePhotosAlbum');
    this.files.read(String(filePath));
    return {};
  }
}
