import { MAX_UPLOAD_BYTES, tooLarge, typeRefused, unreadable } from './picture-rules';
import { walkPicture, type Want } from './picture-walk';

/**
 * Files that are a picture and something else at once: a page, a script, a document or an archive behind or between
 * the parts of the picture. (What is stored is encoded anew and would be free of it; nobody sends such a file by
 * accident.) Films behind the photo, as phones write them, are none of these.
 */
const FOREIGN = /<script|<html|<!doctype|<\?php|<svg xmlns|%pdf-\d|PK\x05\x06\0\0\0\0/i;
const LONGEST_FOREIGN = 16;

const NOTHING = Buffer.alloc(0);
/** Wants of nothing are met at once. */
const isMet = (want: Want) => ('take' in want && want.take === 0) || ('skip' in want && want.skip === 0);

/**
 * Looks at an upload while it comes in, without decoding and without keeping it. `push` and `end` throw
 * FILE_TYPE_REFUSED, FILE_TOO_LARGE or PICTURE_UNREADABLE as soon as the bytes that show it are there.
 */
export class PictureProbe {
  private readonly walk = walkPicture();
  private want: Want | undefined = this.walk.next().value as Want;
  private held = NOTHING;
  private searchedTail = '';
  private bytes = 0;

  push(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > MAX_UPLOAD_BYTES) throw tooLarge(`More than ${MAX_UPLOAD_BYTES / 1024 / 1024} MB`);
    let at = 0;
    while (this.want && at < chunk.length) at += this.feed(this.want, chunk, at);
    if (!this.want) this.search(chunk.subarray(at));
  }

  /** The upload is complete. */
  end(): void {
    if (this.want) throw unreadable();
  }

  /** Gives the walk what it wants from `chunk`; returns how many bytes of it that took. */
  private feed(want: Want, chunk: Buffer, at: number): number {
    if ('past' in want) {
      const found = chunk.indexOf(want.past, at);
      if (found >= 0) this.next();
      return found < 0 ? chunk.length - at : found + 1 - at;
    }
    if ('skip' in want) {
      const piece = chunk.subarray(at, at + want.skip);
      if (want.searched) this.search(piece);
      want.skip -= piece.length;
      if (want.skip === 0) this.next();
      return piece.length;
    }
    const missing = want.take - this.held.length;
    const piece = chunk.subarray(at, at + missing);
    this.held = Buffer.concat([this.held, piece]);
    if (piece.length === missing) this.next();
    return piece.length;
  }

  private next(): void {
    const taken = this.held;
    this.held = NOTHING;
    let step = this.walk.next(taken);
    while (!step.done && isMet(step.value)) step = this.walk.next(NOTHING);
    this.want = step.done ? undefined : step.value;
  }

  private search(piece: Buffer): void {
    const text = this.searchedTail + piece.toString('latin1');
    if (FOREIGN.test(text)) throw typeRefused();
    this.searchedTail = text.slice(-LONGEST_FOREIGN);
  }
}
