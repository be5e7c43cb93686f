import { z } from 'zod';
import { ValidationPipe } from './validation.pipe';

const pipe = new ValidationPipe();
const schema = z.strictObject({ title: z.string(), tags: z.array(z.string()).optional() });
const check = (value: unknown, type: 'body' | 'query' | 'param' = 'body', against: z.ZodType = schema) =>
  pipe.transform(value, { type, schema: against } as never);

describe('ValidationPipe', () => {
  it('gives back what the schema made of it', async () => {
    await expect(
      check({ title: ' 口算 ' }, 'body', z.strictObject({ title: z.string().trim() })),
    ).resolves.toEqual({
      title: '口算',
    });
  });

  it.each<[string, unknown, string]>([
    ['a wrong type', { title: ['x'] }, 'title'],
    ['an operator instead of a text', { title: { $gt: '' } }, 'title'],
    ['an unknown key', { title: 'x', role: 'operator' }, ''],
    ['no object', 'x', ''],
    // PostgreSQL cannot store it: it would come back as a failure of ours.
    ['a NUL character', { title: 'a\u0000b' }, 'title'],
    ['a NUL character further in', { title: 'a', tags: ['b', '\u0000'] }, 'tags.1'],
  ])('refuses %s', async (_name, value, path) => {
    await expect(check(value)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: [expect.objectContaining({ path })],
    });
  });

  it('says that a malformed path names nothing', async () => {
    await expect(check('x', 'param', z.uuid())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
