import { Uuid } from '@wuhao/contracts';
import { z } from 'zod';
import { uuidv7 } from './uuid';

describe('uuidv7', () => {
  it('grows with every id, also within a millisecond and when the clock goes back', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => uuidv7(1_700_000_000_000 - (i % 7)));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a version 7 UUID that carries its time', () => {
    const now = Date.now() + 1_000_000;
    const id = uuidv7(now);
    expect(z.uuidv7().safeParse(id).success).toBe(true);
    expect(Uuid.safeParse(id).success).toBe(true);
    expect(parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBe(now);
  });
});
