import { ItemPatch } from './homework';

describe('what is said of an item', () => {
  it.each([
    [{ action: 'confirm' }],
    [{ action: 'appeal' }],
    [{ action: 'edit', question: '84-39=' }],
    [{ action: 'edit', studentAnswer: '45' }],
    [{ action: 'edit', question: '84-39=', studentAnswer: '45' }],
  ])('may be %j', (body) => {
    expect(ItemPatch.parse(body)).toEqual(body);
  });

  it.each([
    [{}],
    [{ action: 'grade' }],
    [{ action: 'edit' }],
    [{ action: 'edit', studentAnswer: ' ' }],
    [{ action: 'edit', studentAnswer: '4'.repeat(61) }],
    [{ action: 'edit', studentAnswer: null }],
    [{ action: 'confirm', studentAnswer: '45' }],
    [{ action: 'appeal', verdict: 'correct' }],
    [{ action: 'edit', question: '84-39=', expected: '45' }],
  ])('may not be %j', (body) => {
    expect(ItemPatch.safeParse(body).success).toBe(false);
  });
});
