import { randomBytes } from '../platform/random';

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
/** 12 bits behind the version: they count up within one millisecond, so that ids sort as they were made. */
const COUNTER_MAX = 0xfff;

let lastMs = 0;
let counter = 0;

/** A clock that was set back while the app was closed must not sort what is made now before what was made then. */
export const continueAfter = (id: string): void => {
  const madeMs = parseInt(id.slice(0, 13).replace('-', ''), 16);
  if (!(madeMs >= lastMs)) return; // no UUID at all, or an old one
  lastMs = madeMs;
  counter = COUNTER_MAX; // the next one takes the next millisecond
};

/** RFC 9562 version 7; each id sorts after the ones made before it, also when the clock steps back. */
export const uuidv7 = (nowMs: number = Date.now()): string => {
  const bytes = randomBytes(10);
  if (nowMs > lastMs) {
    lastMs = nowMs;
    // The upper bit stays free, so that a millisecond has room for 2,048 more.
    counter = ((bytes[0]! & 0x07) << 8) | bytes[1]!;
  } else if (counter < COUNTER_MAX) {
    counter += 1;
  } else {
    lastMs += 1;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const count = (0x7000 | counter).toString(16);
  const variant = hex((bytes[2]! & 0x3f) | 0x80);
  const rest = [...bytes.slice(3)].map(hex).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${count}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
};
