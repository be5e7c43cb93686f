import { Fraction } from 'fraction.js';
import { normalise } from './glyphs';
import { type Unit, toUnit, UNIT_NAMES } from './units';

export type Relation = '<' | '>' | '=';
export type Token =
  | { type: 'number'; text: string; value: Fraction }
  | { type: 'unit'; text: string; unit: Unit }
  | { type: 'relation'; text: Relation }
  | { type: 'operator'; text: '+' | '-' | '×' | '÷' | '/' }
  /** `rest` is the `…` of a remainder, `mixed` the 又 of 1又1/2. */
  | { type: 'open' | 'close' | 'percent' | 'rest' | 'mixed' | 'ring' | 'box'; text: string }
  /** What the child fills in: `( )`, `(14)`, `□`, or `(<)` between two sides. */
  | { type: 'blank'; text: string; filled: readonly Token[] | null };

/** Longer lines are no arithmetic, and the bound keeps numbers and nesting small. */
const LONGEST_LINE = 160;
const NUMBER = /^(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?(?![\d.])/;
const SIGNS: Readonly<Record<string, Token['type']>> = {
  '+': 'operator',
  '-': 'operator',
  '×': 'operator',
  '÷': 'operator',
  '/': 'operator',
  '(': 'open',
  ')': 'close',
  '%': 'percent',
  '…': 'rest',
  又: 'mixed',
  '○': 'ring',
  '□': 'box',
  '<': 'relation',
  '>': 'relation',
  '=': 'relation',
};

/** Null when something on the line is no part of arithmetic. */
export function tokenize(text: string): Token[] | null {
  if (text.length > LONGEST_LINE) return null;
  const line = normalise(text);
  const unitNames: string[] = [];
  const tokens: Token[] = [];
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const number = NUMBER.exec(rest)?.[0];
    const sign = SIGNS[rest[0] ?? ''];
    const unit = UNIT_NAMES.find((name) => rest.startsWith(name));
    const read = number ?? (sign ? rest[0] : unit);
    if (!read) return null;
    if (number) tokens.push({ type: 'number', text: number, value: new Fraction(number) });
    else if (sign) tokens.push({ type: sign, text: sign === 'rest' ? '……' : read } as Token);
    else {
      unitNames.push(read);
      tokens.push({ type: 'unit', text: read, unit: { dimension: read, factor: new Fraction(1) } });
    }
    at += read.length;
  }
  return tokens.map((token) =>
    token.type === 'unit' ? { ...token, unit: toUnit(token.text, unitNames) ?? token.unit } : token,
  );
}

export const render = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** A single number as a child writes it: 14, 0.5, -3, 3/4, 1又1/2, 60%. */
export function isLiteral(tokens: readonly Token[]): boolean {
  const shape = tokens.map((token) => (token.type === 'number' ? '1' : token.text)).join('');
  return /^-?1(?:\/1|又1\/1)?%?$/.test(shape);
}

/** Joins every bracket around nothing, one number or one relation into a blank; □ is a blank as it stands. */
export function foldBlanks(tokens: readonly Token[]): Token[] {
  const folded: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.type === 'box') {
      folded.push({ type: 'blank', text: '□', filled: null });
      continue;
    }
    const close = token.type === 'open' ? tokens.findIndex((t, i) => i > at && t.type === 'close') : -1;
    const inside = tokens.slice(at + 1, close);
    const isRelation = inside.length === 1 && inside[0]!.type === 'relation';
    if (close < 0 || !(inside.length === 0 || isRelation || isLiteral(inside))) folded.push(token);
    else {
      folded.push({ type: 'blank', text: '( )', filled: inside.length > 0 ? inside : null });
      at = close;
    }
  }
  return folded;
}
