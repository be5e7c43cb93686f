import { readdirSync, readFileSync } from 'node:fs';
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

const GROUNDS = ['paper', 'surface'];

const src = path.join(__dirname, '../..');
const rules = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.scss'))
  .flatMap((file) => readFileSync(path.join(src, file), 'utf8').match(/\{[^{}]*\}/g) ?? []);
const colourOf = (rule: string, property: string) =>
  new RegExp(`(?:[{;\\s])${property}: var\\(--([\\w-]+)\\)`).exec(rule)?.[1];

/** What the styles themselves say: letters of this colour, on this ground where the same rule lays one. */
const used = rules.flatMap((rule) => {
  const ink = colourOf(rule, 'color');
  const ground = colourOf(rule, 'background');
  return ink && tokens[ink] ? [{ ink, ground: ground && tokens[ground] ? ground : undefined }] : [];
});
const pairs = new Map(
  used
    .flatMap(({ ink, ground }) => {
      if (ground) return [[ink, ground]];
      // Letters for a coloured ground stand in a rule below the one that lays it.
      if (ink.startsWith('on-')) return [[ink, 'pine']];
      return GROUNDS.map((paper) => [ink, paper]);
    })
    .concat([
      // Where ink and ground come together from two rules.
      ['on-pine', 'pine-pressed'],
      ['on-pine-2', 'pine-pressed'],
      ['ink', 'pine-tint'],
      ['ink-2', 'desk'],
    ])
    .map((pair) => [pair.join(' on '), pair as [string, string]]),
);

it('finds the colours of letters in the styles', () => {
  expect(pairs.size).toBeGreaterThan(20);
  expect([...pairs.keys()]).toEqual(expect.arrayContaining(['wrong on wrong-tint', 'ink-3 on paper']));
});

it.each([...pairs.values()])('%s can be read on %s', (ink, ground) => {
  expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
});

// What charts draw: their parts on the card, on what they leave of it, and a bar's part in the bar's tint.
it.each([
  ...['pine', 'correct', 'wrong', 'suspect'].flatMap((tone) => [
    [tone, 'surface'],
    [tone, 'line'],
  ]),
  ['pine', 'pine-tint'],
])('a %s part of a chart can be told from %s', (tone, ground) => {
  expect(contrast(tone, ground)).toBeGreaterThanOrEqual(3);
});

it('draws charts in whole tones: a faded one would be another colour', () => {
  const charts = readFileSync(path.join(__dirname, 'charts/charts.scss'), 'utf8');
  expect(charts).not.toMatch(/opacity|--\w+-veil/);
});

// Shapes, not letters: the line of a field, and the marks on a photo of white paper.
it.each(
  ['field-line', 'correct', 'wrong', 'suspect', 'unreadable', 'ink-3'].flatMap((shape) =>
    GROUNDS.map((ground) => [shape, ground]),
  ),
)('%s can be seen on %s', (shape, ground) => {
  expect(contrast(shape!, ground!)).toBeGreaterThanOrEqual(3);
});
