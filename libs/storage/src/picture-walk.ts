import { MAX_PIXELS, MAX_SIDE_PX, tooLarge, typeRefused, unreadable } from './picture-rules';

/** What a walk asks for next: these many bytes, past these many (searched or not), or past the next such byte. */
export type Want = { take: number } | { skip: number; searched: boolean } | { past: number };
/** Goes through a picture file from part to part without decoding it; returns at its end. */
export type Walk = Generator<Want, void, Buffer>;

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * JPEG, PNG or WebP by content. Throws FILE_TYPE_REFUSED, FILE_TOO_LARGE (pixels) or PICTURE_UNREADABLE as soon as the
 * bytes that show it have come: a picture of 900 megapixels is refused by its header.
 */
export function* walkPicture(): Walk {
  const start: Buffer = yield { take: 2 };
  switch (start.toString('latin1')) {
    case '\xff\xd8':
      return yield* walkJpeg();
    case '\x89P':
      return yield* walkPng();
    case 'RI':
      return yield* walkWebp();
    default:
      throw typeRefused();
  }
}

/** ITU-T T.81 annex B: segments, each behind a marker; after a scan header, coded data up to the next marker. */
function* walkJpeg(): Walk {
  if ((yield { take: 1 })[0] !== 0xff) throw typeRefused();
  let sized = false;
  let coded = false;
  for (;;) {
    let marker = (yield { take: 1 })[0]!;
    while (marker === 0xff) marker = (yield { take: 1 })[0]!;
    if (marker === 0xd9) break;
    coded ||= marker === 0xda;
    // A stuffed byte or a restart inside coded data has no length; everything else has.
    if (marker > 0x01 && (marker < 0xd0 || marker > 0xd7)) {
      const rest = (yield { take: 2 }).readUInt16BE() - 2;
      if (rest < 0) throw unreadable();
      if (isFrame(marker)) {
        const frame: Buffer = yield { take: rest };
        if (rest < 6) throw unreadable();
        checkSize(frame.readUInt16BE(3), frame.readUInt16BE(1));
        sized = true;
      } else {
        yield { skip: rest, searched: true };
      }
    }
    yield { past: 0xff };
  }
  if (!sized || !coded) throw unreadable();
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** PNG: chunks of length, type, data and checksum, IHDR first and IEND last. */
function* walkPng(): Walk {
  if (!(yield { take: 6 }).equals(PNG_SIGNATURE.subarray(2))) throw typeRefused();
  for (let first = true; ; first = false) {
    const head: Buffer = yield { take: 8 };
    const length = head.readUInt32BE();
    const type = head.toString('latin1', 4);
    if (first !== (type === 'IHDR') || (first && length !== 13)) throw unreadable();
    if (first) {
      const header: Buffer = yield { take: 13 };
      checkSize(header.readUInt32BE(0), header.readUInt32BE(4));
      yield { skip: 4, searched: false };
    } else {
      yield { skip: length + 4, searched: type !== 'IDAT' && type !== 'fdAT' };
    }
    if (type === 'IEND') return;
  }
}

/** WebP: a RIFF file whose first chunk (VP8, VP8L or VP8X) has the size. */
function* walkWebp(): Walk {
  const head: Buffer = yield { take: 10 };
  if (head.toString('latin1', 0, 2) !== 'FF' || head.toString('latin1', 6) !== 'WEBP') throw typeRefused();
  let left = head.readUInt32LE(2) - 4;
  for (let first = true; left >= 8; first = false) {
    const chunk: Buffer = yield { take: 8 };
    const type = chunk.toString('latin1', 0, 4);
    const length = chunk.readUInt32LE(4);
    const padded = length + (length % 2);
    if (first) {
      const header: Buffer = yield { take: 10 };
      checkSize(...webpSize(type, header));
      yield { skip: Math.max(0, padded - 10), searched: false };
    } else {
      yield { skip: padded, searched: type === 'EXIF' || type === 'XMP ' };
    }
    left -= 8 + padded;
  }
}

function webpSize(type: string, header: Buffer): [width: number, height: number] {
  switch (type) {
    case 'VP8X':
      return [header.readUIntLE(4, 3) + 1, header.readUIntLE(7, 3) + 1];
    case 'VP8L': {
      const bits = header.readUInt32LE(1);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [header.readUInt16LE(6) & 0x3fff, header.readUInt16LE(8) & 0x3fff];
    default:
      throw unreadable();
  }
}

function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw unreadable();
  if (width * height > MAX_PIXELS || width > MAX_SIDE_PX || height > MAX_SIDE_PX)
    throw tooLarge(`More than ${MAX_PIXELS / 1_000_000} megapixels`);
}
