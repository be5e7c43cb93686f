import { Limits } from './limits';

process.env.DATABASE_URL ??= 'postgres://u@127.0.0.1/x';
process.env.TOKEN_SECRET ??= 'a'.repeat(32);
process.env.FILE_URL_SECRET ??= 'b'.repeat(32);
const TWO = { name: 'two', points: 2, perSeconds: 60 };

describe('Limits', () => {
  it('refuses the use after the last one and says when to come back', async () => {
    const limits = new Limits();
    await limits.use(TWO, 'a');
    await limits.use(TWO, 'a');
    await expect(limits.use(TWO, 'a')).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
  });

  it('counts each key by itself and forgets on reset', async () => {
    const limits = new Limits();
    await limits.use(TWO, 'a', 2);
    await limits.use(TWO, 'b');
    await limits.reset(TWO, 'a');
    await limits.use(TWO, 'a');
  });

  it('checks without counting', async () => {
    const limits = new Limits();
    for (let n = 0; n < 3; n++) await limits.check(TWO, 'a');
    await limits.use(TWO, 'a', 2);
    await expect(limits.check(TWO, 'a')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: 60,
    });
    await limits.check(TWO, 'b');
  });
});
