import { isPasswordLength, looksLikePhone } from './check';

it.each([
  ['13800000001', true],
  ['+86 138-0000-0001', true],
  ['１３８００００００００１'.slice(0, 11), true],
  ['1380000000', false],
  ['23800000001', false],
  ['', false],
])('takes %s as a phone number: %s', (raw, is) => {
  expect(looksLikePhone(raw)).toBe(is);
});

it('counts a password as a person does', () => {
  expect(isPasswordLength('床前明月光疑是')).toBe(false);
  expect(isPasswordLength('床前明月光疑是地')).toBe(true);
  expect(isPasswordLength('😀'.repeat(64))).toBe(true);
  expect(isPasswordLength('x'.repeat(65))).toBe(false);
});
