import { z } from 'zod';
import { Picture } from './common';

export const FileView = Picture.extend({
  bytes: z.int(),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  /** Hex, of the bytes as they were uploaded: a client can tell what arrived. */
  sha256: z.string(),
}).meta({ id: 'FileView' });
export type FileView = z.infer<typeof FileView>;

/** Query of a signed picture URL; never made by hand. */
export const SignedFileQuery = z.strictObject({
  v: z.enum(['picture', 'thumbnail']),
  e: z.coerce.number().int().positive(),
  s: z.string().min(1).max(128),
});
export type SignedFileQuery = z.infer<typeof SignedFileQuery>;
