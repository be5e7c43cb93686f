import type { Fields } from '../protocol';

/** The eight values of EXIF's orientation tag, in the platform's words. */
const ORIENTATIONS = [
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
];

export interface PictureInfo extends Fields {
  /** As stored: the platform does not turn them by the orientation. */
  width: number;
  height: number;
  type: 'jpeg' | 'png' | 'gif' | 'webp';
  orientation: string;
}

const UP = 'up';
const EXIF = 'Exif\0\0';
const ORIENTATION_TAG = 0x0112;

/** 1-8 from the EXIF block of a JPEG; 1 when it says nothing. */
function readOrientation(block: Buffer): number {
  if (block.toString('latin1', 0, EXIF.length) !== EXIF) return 1;
  const tiff = block.subarray(EXIF.length);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const read16 = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number): number => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = read32(4);
  for (let index = 0; index < read16(directory); index++) {
    const entry = directory + 2 + index * 12;
    if (read16(entry) === ORIENTATION_TAG) return read16(entry + 8);
  }
  return 1;
}

const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(content: Buffer): PictureInfo | undefined {
  let orientation = 1;
  for (let at = 2; at + 9 < content.length && content[at] === 0xff;) {
    const marker = content.readUInt8(at + 1);
    const length = content.readUInt16BE(at + 2);
    const block = content.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1) orientation = readOrientation(block);
    if (isStartOfFrame(marker))
      return {
        width: block.readUInt16BE(3),
        height: block.readUInt16BE(1),
        type: 'jpeg',
        orientation: ORIENTATIONS[orientation - 1] ?? UP,
      };
    at += 2 + length;
  }
  return undefined;
}

function readWebp(content: Buffer): { width: number; height: number } {
  const kind = content.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: 1 + content.readUIntLE(24, 3), height: 1 + content.readUIntLE(27, 3) };
  if (kind === 'VP8L') {
    const bits = content.readUInt32LE(21);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff };
}

/** What the head of a file says of its picture; undefined when it is none that the platform reads. */
export function readPictureInfo(content: Buffer): PictureInfo | undefined {
  try {
    if (content.readUInt16BE(0) === 0xffd8) return readJpeg(content);
    if (content.toString('latin1', 1, 4) === 'PNG')
      return {
        width: content.readUInt32BE(16),
        height: content.readUInt32BE(20),
        type: 'png',
        orientation: UP,
      };
    if (content.toString('latin1', 0, 3) === 'GIF')
      return {
        width: content.readUInt16LE(6),
        height: content.readUInt16LE(8),
        type: 'gif',
        orientation: UP,
      };
    if (content.toString('latin1', 8, 12) === 'WEBP')
      return { ...readWebp(content), type: 'webp', orientation: UP };
  } catch {
    // Cut short.
  }
  return undefined;
}
