import { readFileSync } from 'node:fs';
import path from 'node:path';

const scss = readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8');
const tokens = Object.fromEntries(
  [...scss.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, hex]) => [name!, hex!]),
);

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(tokens[one]!), luminance(tokens[other]!)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};

const onPaper = ['ink', 'ink-2', 'ink-3', 'pine', 'wrong', 'correct', 'unreadable', 'suspect'];

it.each([
  ...onPaper.flatMap((text) => [
    [text, 'paper'],
    [text, 'surface'],
  ]),
  ['on-pine', 'pine'],
  ['on-pine', 'pine-pressed'],
  ['on-pine-2', 'pine'],
  ['pine', 'pine-tint'],
  ['pine-pressed', 'pine-tint'],
  ['correct', 'correct-tint'],
  ['wrong', 'wrong-tint'],
  ['suspect', 'suspect-tint'],
])('%s can be read on %s', (text, ground) => {
  expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(4.5);
});
