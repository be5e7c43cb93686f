import { Fraction } from 'fraction.js';
import { divisionHolds, divisionOf, expectedOfDivision } from './division';
import { evaluate, parse, type Quantity, solve } from './expression';
import { normalise } from './glyphs';
import {
  fillSlots,
  isAnswer,
  type Item,
  lineOf,
  questionOf,
  readItem,
  slotsOf,
  studentAnswerOf,
} from './item';
import { expectedOfParts } from './measures';
import { isLiteral, render, type Token, tokenize } from './tokens';

export type Judgement = {
  verdict: 'correct' | 'wrong' | 'unanswered' | 'unreadable';
  /** The line without the answer, blanks as on the page: `36+( )=50`, `17÷5=`, `3/4○2/3`. */
  question: string;
  studentAnswer: string | null;
  expected: string | null;
};

/** Judges one line as it was read, question and answer. Never throws. */
export function judge(text: string): Judgement {
  const item = readItem(text);
  if (!item) return { verdict: 'unreadable', question: normalise(text), studentAnswer: null, expected: null };
  const filled = slotsOf(item).map((slot) => slot.filled !== null);
  const isEmpty = filled.every((isFilled) => !isFilled);
  const expected = expectedOf(item);
  const verdict = isEmpty ? (isSound(item) ? 'unanswered' : 'unreadable') : verdictOf(item);
  return { verdict, question: questionOf(item), studentAnswer: studentAnswerOf(item), expected };
}

/**
 * Judges an answer given to a question as `judge` returns it. `unreadable` when it is no answer to such a
 * question: a word, a sum, two numbers for one blank. Never throws.
 */
export function judgeAnswer(
  question: string,
  answer: string,
): { verdict: 'correct' | 'wrong' | 'unreadable'; expected: string | null } {
  const item = readItem(question);
  if (!item || !isOpen(item)) return { verdict: 'unreadable', expected: null };
  const filled = answered(item, answer);
  return { verdict: filled ? verdictOf(filled) : 'unreadable', expected: expectedOf(item) };
}

/** A question with the answer that stands beside it, judged as the line that they make. */
export type Reading = Judgement & { text: string; verdict: 'correct' | 'wrong' };

/** Null when the two make no line that can be judged. */
export function judgeReading(question: string, answer: string): Reading | null {
  const item = readItem(question);
  const filled = item && isOpen(item) ? answered(item, answer) : null;
  // 0.75= asks nothing by itself; with 3/4 behind it, it is a number written in another way.
  const isBareNumber = !item && normalise(question).endsWith('=');
  const text = filled ? lineOf(filled) : isBareNumber ? normalise(question + answer) : '';
  const judgement = judge(text);
  const { verdict } = judgement;
  return verdict === 'correct' || verdict === 'wrong' ? { ...judgement, verdict, text } : null;
}

/** All of its slots are empty: a question. */
const isOpen = (item: Item): boolean => slotsOf(item).every(({ filled }) => !filled);

function answered(item: Item, answer: string): Item | null {
  const answers = answersFor(item, answer);
  return answers && fillSlots(item, answers);
}

/** The answer as it is written; null when the question is none, or has no single answer. */
export function expectedAnswer(question: string): string | null {
  const item = readItem(question);
  return item && expectedOf(item);
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['大于', '>'],
  ['小于', '<'],
  ['等于', '='],
]);

/** The answer cut to the slots of the item; null when it does not fit them. */
function answersFor(item: Item, answer: string): Token[][] | null {
  const said = answer.trim();
  if (item.relation !== '=') {
    const tokens = tokenize(WORDS.get(said) ?? said);
    return tokens?.length === 1 && tokens[0]!.type === 'relation' ? [tokens] : null;
  }
  const slots = slotsOf(item);
  if (slots.length === 1 && /\d\s+\d/u.test(said)) return null;
  const parts = slots.length === 1 ? [said.replace(/^[=＝]/, '')] : said.split(/[、，,;；\s]+|…+|\.{2,}|余/u);
  const read = parts.map((part) => tokenize(part));
  const fits = read.every((tokens, at) => {
    const isAtTheEnd = slots[at]?.text === '';
    return (
      tokens && tokens.length > 0 && (isAtTheEnd ? isAnswer(tokens) : isLiteral(withoutUnit(item, tokens)))
    );
  });
  return fits
    ? read.map((tokens, at) => (slots[at]?.text === '' ? tokens! : withoutUnit(item, tokens!)))
    : null;
}

/** `500毫米` answers `5分米=( )毫米`: the unit already stands on the page. */
function withoutUnit(item: Item, tokens: Token[]): Token[] {
  const last = tokens.at(-1);
  const printed = [...item.left, ...item.right].some(({ type, text }, at, all) => {
    return (
      type === 'blank' && all[at + 1]?.type === 'unit' && all[at + 1]?.text === last?.text && text !== ''
    );
  });
  return last?.type === 'unit' && printed ? tokens.slice(0, -1) : tokens;
}

type Sides = { left: Quantity; right: Quantity };
function sidesOf({ left, right }: Item): Sides | null {
  const [l, r] = [left, right].map((tokens) => {
    const expression = parse(tokens);
    return expression && evaluate(expression);
  });
  return l && r && l.dimension === r.dimension ? { left: l, right: r } : null;
}

function verdictOf(item: Item): 'correct' | 'wrong' | 'unreadable' {
  if (slotsOf(item).some(({ filled }) => !filled)) return 'unreadable';
  const division = divisionOf(item);
  if (division) return divisionHolds(division) ? 'correct' : 'wrong';
  const sides = sidesOf(item);
  if (!sides) return 'unreadable';
  const order = sides.left.value.compare(sides.right.value);
  if (item.relation !== '=') return item.relation.filled?.[0]?.text === signOf(order) ? 'correct' : 'wrong';
  const isSplit = expectedOfParts(item);
  if (isSplit !== null) return isSplit === studentAnswerOf(item) ? 'correct' : 'wrong';
  return order === 0 ? 'correct' : 'wrong';
}
const signOf = (order: number): string => (order < 0 ? '<' : order > 0 ? '>' : '=');

/** An empty item counts as unanswered only when its question makes sense. */
function isSound(item: Item): boolean {
  if (divisionOf(item) || expectedOf(item) !== null) return true;
  return item.relation === '=' && slotsOf(item).length > 1 && !!parse(item.left) && !!parse(item.right);
}

function expectedOf(item: Item): string | null {
  const division = divisionOf(item);
  if (division) return expectedOfDivision(division, item);
  if (item.relation !== '=') {
    const sides = sidesOf(item);
    return sides && signOf(sides.left.value.compare(sides.right.value));
  }
  const parts = expectedOfParts(item);
  if (parts !== null) return parts;
  if (slotsOf(item).length !== 1) return null;
  const isLeft = item.left.some(({ type }) => type === 'blank');
  const [asked, known] = (isLeft ? [item.left, item.right] : [item.right, item.left]).map((tokens) =>
    parse(tokens),
  );
  const target = known && evaluate(known);
  if (!asked || !target) return null;
  return expectedMeasure(item, target) ?? formatFor(item, solve(asked, target));
}

/** 5米-2米= is answered with its unit, the first one on the line. */
function expectedMeasure(item: Item, target: Quantity): string | null {
  const unit = item.left.find((token) => token.type === 'unit');
  if (target.dimension === '' || item.right[0]?.text !== '' || unit?.type !== 'unit') return null;
  return `${formatFor(item, target.value.div(unit.unit.factor))}${unit.text}`;
}

/** Fractions are answered by fractions and decimals by decimals, unless another way of writing is asked. */
function formatFor(item: Item, value: Fraction | null): string | null {
  if (!value) return null;
  const sides = [item.left, item.right];
  const asked = sides.find((side) => side.some(({ type }) => type === 'blank')) ?? [];
  const other = sides.find((side) => side !== asked) ?? [];
  const printed = render([...item.left, ...item.right]);
  const isConversion = asked.length === 1 && isLiteral(other);
  const wantsFraction = isConversion
    ? /^[\d.]+$/.test(printed)
    : /[/又]/.test(printed) && !/[.%]/.test(printed);
  const decimal = value.toString();
  return value.d === 1n || (!wantsFraction && !decimal.includes('(')) ? decimal : value.toFraction();
}
