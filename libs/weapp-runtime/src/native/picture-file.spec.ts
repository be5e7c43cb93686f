import { readPictureInfo } from './picture-file';

/** The head of a JPEG of 20 × 10 with an EXIF orientation, in either byte order. */
function jpeg(orientation: number, order: 'II' | 'MM'): Buffer {
  const isLittle = order === 'II';
  const two = (value: number): number[] => (isLittle ? [value, 0] : [0, value]);
  const four = (value: number): number[] => (isLittle ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const tiff = [...Buffer.from(order), ...two(42), ...four(8), ...two(1)];
  const tag = [...(isLittle ? [0x12, 1] : [1, 0x12]), ...two(3), ...four(1), ...two(orientation), 0, 0];
  const block = [...Buffer.from('Exif\0\0'), ...tiff, ...tag, ...four(0)];
  const frame = [8, 0, 10, 0, 20, 3, 1, 0x11, 0];
  return Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, block.length + 2, ...block],
    ...[0xff, 0xc0, 0, frame.length + 2, ...frame, 0xff, 0xda],
  ]);
}

it.each([
  [1, 'up'],
  [2, 'up-mirrored'],
  [3, 'down'],
  [4, 'down-mirrored'],
  [5, 'left-mirrored'],
  [6, 'right'],
  [7, 'right-mirrored'],
  [8, 'left'],
])('calls EXIF %i %s and does not turn the size by it', (value, orientation) => {
  const info = { width: 20, height: 10, type: 'jpeg', orientation };
  expect(readPictureInfo(jpeg(value, 'II'))).toEqual(info);
  expect(readPictureInfo(jpeg(value, 'MM'))).toEqual(info);
});

it.each([
  ['png', '89504e470d0a1a0a0000000d4948445200000003000000020802000000'],
  ['gif', '47494638396103000200000000'],
  ['webp', `52494646000000005745425056503858${'00'.repeat(8)}020000010000`],
])('reads a %s', (type, hex) => {
  expect(readPictureInfo(Buffer.from(hex, 'hex'))).toEqual({ width: 3, height: 2, type, orientation: 'up' });
});

it.each([
  ['nothing', ''],
  ['text', Buffer.from('{"pages":[]} and so on').toString('hex')],
  ['a JPEG that ends too early', 'ffd8ffe1'],
])('says that %s is no picture', (_, hex) => {
  expect(readPictureInfo(Buffer.from(hex, 'hex'))).toBeUndefined();
});
