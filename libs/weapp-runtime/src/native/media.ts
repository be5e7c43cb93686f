import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fields } from '../protocol';
import { decodePicture } from './canvases';
import type { FileStore } from './files';
import { graphics } from './graphics';
import type { Permissions } from './permissions';
import { readPictureInfo } from './picture-file';
import { Refusal } from './refusal';

interface Size {
  width: number;
  height: number;
}

/** One side given: the other follows; both given: as asked for. */
const toSize = (picture: Size, width: number, height: number): Size => {
  const scale = width > 0 ? width / picture.width : height > 0 ? height / picture.height : 1;
  const or = (asked: number, own: number): number => Math.max(1, Math.round(asked > 0 ? asked : own * scale));
  return { width: or(width, picture.width), height: or(height, picture.height) };
};

/** Album and camera: the test says which files the finger picks; without an answer the chooser stays open. */
export class Media {
  private answers: (string[] | null)[] = [];
  private readonly open: ((files: string[] | null) => void)[] = [];

  constructor(
    private readonly files: FileStore,
    private readonly permissions: Permissions,
    private readonly fetch: (source: string) => Promise<Buffer>,
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

  /** Upright afterwards, and without what the camera wrote into the file. Quality says nothing about other kinds than JPEG. */
  async compress({ src, quality, width, height }: Fields): Promise<Fields> {
    const content = this.files.read(String(src));
    const info = readPictureInfo(content);
    if (!info) throw new Refusal('decode image fail');
    const picture = await decodePicture(content);
    const size = toSize(picture, Number(width ?? 0), Number(height ?? 0));
    const canvas = graphics().createCanvas(size.width, size.height);
    canvas.getContext('2d').drawImage(picture, 0, 0, size.width, size.height);
    if (info.type === 'png')
      return { tempFilePath: this.files.keepTemporary(await canvas.encode('png'), '.png') };
    const jpeg = await canvas.encode('jpeg', Math.min(100, Math.max(0, Number(quality))));
    return { tempFilePath: this.files.keepTemporary(jpeg, '.jpg') };
  }

  /** Of the package, of the phone, or of a declared host: then the path is where it was put. */
  async info({ src }: Fields): Promise<Fields> {
    const source = String(src);
    const content = await this.fetch(source);
    const info = readPictureInfo(content);
    if (!info) throw new Refusal('decode image fail');
    const isRemote = /^https?:/.test(source);
    return { ...info, path: isRemote ? this.files.keepTemporary(content, `.${info.type}`) : source };
  }

  async saveToAlbum({ filePath }: Fields): Promise<Fields> {
    this.permissions.require('scope.writePhotosAlbum');
    this.files.read(String(filePath));
    return {};
  }
}
