import { z } from 'zod';
import { ERROR_CODES } from './errors';

export const Uuid = z.uuid();

/** ISO-8601 with offset; the server writes UTC (`Z`). */
export const Instant = z.iso.datetime({ offset: true });

/** Pixels of the upright picture. */
export const Box = z.strictObject({ x: z.int(), y: z.int(), w: z.int(), h: z.int() });
export type Box = z.infer<typeof Box>;

/** A picture of a family; `url` is signed, works without headers and lives at most 15 minutes. */
export const Picture = z.strictObject({
  id: Uuid,
  url: z.string(),
  thumbnailUrl: z.string(),
  width: z.int(),
  height: z.int(),
});
export type Picture = z.infer<typeof Picture>;

/** Keyset paging: `cursor` is the `nextCursor` of the page before. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: Uuid.optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const listOf = <Item extends z.ZodType>(item: Item, id: string) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });

export const ErrorBody = z
  .strictObject({
    code: z.enum(ERROR_CODES as [(typeof ERROR_CODES)[number]]),
    message: z.string(),
    details: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'ErrorBody' });
export type ErrorBody = z.infer<typeof ErrorBody>;
