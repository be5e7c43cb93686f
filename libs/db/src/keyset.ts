/** Greater than every id: the first page of a keyset list is asked for like any other. */
export const FIRST_CURSOR = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The page that `rows` are, of which one more than `limit` was read to know whether there is a next one. */
export function toPage<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return { items: shown.map(toItem), nextCursor: rows.length > limit ? shown.at(-1)!.id : null };
}
