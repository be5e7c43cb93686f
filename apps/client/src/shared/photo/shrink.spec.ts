import type { OpenPhoto } from '../platform/open-photo.types';
import type { LocalPhoto } from '../platform/transport.types';
import { createDarkroom } from './create-darkroom';
import { shrinkPhoto, UPLOADED } from './shrink';

const small = { id: 'small', url: 'small' };
const opened = (size: { width: number; height: number }, of: Partial<OpenPhoto> = {}): OpenPhoto => ({
  ...size,
  grey: () => ({ width: 1, height: 1, data: new Uint8Array(1) }),
  draw: async () => small,
  close: () => undefined,
  ...of,
});
const shrink = (given: LocalPhoto, found: OpenPhoto | null) =>
  shrinkPhoto(createDarkroom({ open: async () => found, release: () => undefined }), given);
const photo = { id: 'a', url: 'a', bytes: 4e6 };
const SHEET = { width: 1800, height: 2400 };

it.each([
  [
    'draws one with more pixels than are read',
    { ...photo, bytes: 1e6 },
    { width: 4000, height: 3000 },
    'small',
  ],
  ['draws one of many bytes', photo, SHEET, 'small'],
  ['leaves one that is fit as the camera made it', { ...photo, bytes: 4e5 }, SHEET, 'a'],
])('%s', async (_, given, size, expected) => {
  const draw = jest.fn<Promise<typeof small>, unknown[]>(async () => small);
  const close = jest.fn();
  expect((await shrink(given, opened(size, { draw, close }))).id).toBe(expected);
  if (expected === 'small') expect(draw).toHaveBeenCalledWith(expect.anything(), UPLOADED, expect.anything());
  expect(close).toHaveBeenCalledTimes(1);
});

it('sends a photo as it is that the device can neither open nor draw', async () => {
  expect(await shrink(photo, null)).toBe(photo);
  const close = jest.fn();
  const draw = () => Promise.reject(new Error('no canvas'));
  expect(await shrink(photo, opened(SHEET, { draw, close }))).toBe(photo);
  expect(close).toHaveBeenCalledTimes(1);
});
