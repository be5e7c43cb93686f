import { z } from 'zod';
import { Picture } from './common';

export const FileView = Picture.extend({
  bytes: z.int(),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  /** Hex, of the bytes as they were uploaded: a client can tell what arrived. */
  sha256: z.string(),
}).meta({ id: 'FileView' });
export type FileView = z.infer<typeof FileView>;

export const PART_TYPES = ['jpeg', 'webp'] as const;
export type PartType = (typeof PART_TYPES)[number];

/**
 * Query of a signed picture URL; never made by hand. Whoever has a picture's URL may ask for a part of it by adding
 * `part`, a box on the picture in px (`x,y,w,h`): it comes as large as a screen shows it, as `type` (JPEG if not said).
 */
export const SignedFileQuery = z
  .strictObject({
    v: z.enum(['picture', 'thumbnail']),
    e: z.coerce.number().int().positive(),
    s: z.string().min(1).max(128),
    part: z
      .string()
      .regex(/^\d{1,5},\d{1,5},\d{1,5},\d{1,5}$/)
      .optional(),
    type: z.enum(PART_TYPES).optional(),
  })
  .refine(({ v, part }) => v === 'picture' || part === undefined, {
    path: ['part'],
    error: 'not of a thumbnail',
  })
  .refine(({ part, type }) => part !== undefined || type === undefined, {
    path: ['type'],
    error: 'only of a part',
  });
export type SignedFileQuery = z.infer<typeof SignedFileQuery>;
