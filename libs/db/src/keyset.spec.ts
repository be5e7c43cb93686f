import { toPage } from './keyset';

const rows = ['c', 'b', 'a'].map((id) => ({ id }));

describe('toPage', () => {
  it.each<[number, string[], string | null]>([
    [2, ['c', 'b'], 'b'],
    [3, ['c', 'b', 'a'], null],
    [20, ['c', 'b', 'a'], null],
  ])('of at most %i', (limit, items, nextCursor) => {
    expect(toPage(rows, limit, ({ id }) => id)).toEqual({ items, nextCursor });
  });

  it('of nothing is empty and the last', () => {
    expect(toPage([], 20, (row: { id: string }) => row)).toEqual({ items: [], nextCursor: null });
  });
});
