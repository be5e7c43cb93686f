import type { Fields } from '../protocol';
import { parse, stringify } from './bridge';

/** `a.b[0].c` and Taro's `a.[0].c` → ['a', 'b', 0, 'c']. */
export function parsePath(path: string): (string | number)[] {
  return path
    .split(/[.[\]]/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

type Container = Record<string | number, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Writes at the path and makes the objects and lists on the way, as setData does. */
export function writeAt(data: Fields, path: string, value: unknown): void {
  const parts = parsePath(path);
  let place: Container = data;
  parts.slice(0, -1).forEach((part, index) => {
    const next = place[part];
    if (isContainer(next)) place = next;
    else place = (place[part] = typeof parts[index + 1] === 'number' ? [] : {}) as Container;
  });
  const last = parts.at(-1);
  if (last !== undefined) place[last] = value;
}

export const copy = <T>(value: T): T => (value === undefined ? value : (parse(stringify(value)) as T));

/** Bytes of the text in UTF-8: what really crosses to the view. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      bytes += 4;
      index++;
    } else bytes += 3;
  }
  return bytes;
}
