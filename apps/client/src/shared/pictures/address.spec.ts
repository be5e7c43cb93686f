import { createAddressBook, parseSigned } from './address';

const REFERENCE = 'AaIJPI4Qdo6vZz1oXZ9DKAGiCTyPmXG5pkmHNmnzTOQ';
const NOW = 1_795_451_000_000;
const signed = (expires: number, variant = 'thumbnail', reference = REFERENCE) =>
  `/api/v1/files/${reference}?v=${variant}&e=${expires}&s=abc${expires}`;

it('names a picture the same however it is signed', () => {
  expect(parseSigned(signed(1_795_452_000))).toEqual({
    key: `${REFERENCE}.thumbnail`,
    expiresAtMs: 1_795_452_000_000,
  });
  expect(parseSigned(`https://api.example${signed(1)}`)?.key).toBe(parseSigned(signed(2))?.key);
  expect(parseSigned(signed(1, 'picture'))?.key).not.toBe(parseSigned(signed(1))?.key);
  const part = `${signed(1, 'picture')}&part=10,0,300,80`;
  expect(parseSigned(part)?.key).toBe(`${REFERENCE}.part-10-0-300-80`);
  expect(parseSigned(`${part}&type=webp`)?.key).toBe(parseSigned(part)?.key);
});

it.each(['blob:photo', 'wxfile://tmp_1.jpg', '/assets/tab-home.png', ''])('leaves %s alone', (address) => {
  expect(parseSigned(address)).toBeNull();
  expect(createAddressBook().settle(address)).toBe(address);
});

it('stays with the first address as long as that lives', () => {
  const book = createAddressBook();
  const first = signed(NOW / 1_000 + 600);
  const second = signed(NOW / 1_000 + 900);
  expect(book.settle(first, NOW)).toBe(first);
  expect(book.settle(second, NOW + 300_000)).toBe(first);
  expect(book.settle(second, NOW + 550_000)).toBe(second);
});

it('keeps variants apart, forgets when told to, and does not grow without end', () => {
  const book = createAddressBook();
  const first = signed(NOW / 1_000 + 600);
  const picture = signed(NOW / 1_000 + 700, 'picture');
  expect(book.settle(first, NOW)).toBe(first);
  expect(book.settle(picture, NOW)).toBe(picture);
  for (let n = 0; n < 400; n++) {
    book.settle(signed(NOW / 1_000 + 600, 'thumbnail', String(n).padStart(43, 'x')), NOW);
  }
  const second = signed(NOW / 1_000 + 900);
  expect(book.settle(second, NOW)).toBe(second);
  book.clear();
  expect(book.settle(first, NOW)).toBe(first);
});
