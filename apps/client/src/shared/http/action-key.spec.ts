import { createActionKey } from './action-key';

it('keeps its key for the same content and changes it with the content', () => {
  const keyOf = createActionKey();
  const first = keyOf({ fileIds: ['a', 'b'] });
  expect(keyOf({ fileIds: ['a', 'b'] })).toBe(first);
  const second = keyOf({ fileIds: ['b', 'a'] });
  expect(second).not.toBe(first);
  expect(keyOf({ fileIds: ['b', 'a'] })).toBe(second);
});

it('gives two actions two keys', () => {
  expect(createActionKey()('same')).not.toBe(createActionKey()('same'));
});
