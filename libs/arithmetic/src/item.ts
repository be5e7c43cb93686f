import type { Blank } from './expression';
import { foldBlanks, isLiteral, render, type Token, tokenize } from './tokens';

/**
 * One line of 口算 with its slots, the places that the child fills in. The relation is printed, or itself the
 * slot of a comparison. An answer behind the last `=` is a slot without brackets, drawn as nothing.
 */
export type Item = { left: readonly Token[]; relation: '=' | Blank; right: readonly Token[] };

const isBlank = (token: Token): token is Blank => token.type === 'blank';
const slotOf = (text: string, filled: readonly Token[]): Blank => ({
  type: 'blank',
  text,
  filled: filled.length > 0 ? filled : null,
});

export const slotsOf = ({ left, relation, right }: Item): Blank[] => [
  ...left.filter(isBlank),
  ...(relation === '=' ? [] : [relation]),
  ...right.filter(isBlank),
];

export const questionOf = ({ left, relation, right }: Item): string =>
  render(left) + (relation === '=' ? '=' : '○') + render(right);

/** The line with what stands in its slots, as the page reader writes it: `36+(14)=50`, `17÷5=3……2`, `3/4(>)2/3`. */
export function lineOf({ left, relation, right }: Item): string {
  const write = (token: Token): string => {
    if (!isBlank(token) || !token.filled) return token.text;
    return token.text === '' ? render(token.filled) : `(${render(token.filled)})`;
  };
  const middle = relation === '=' ? '=' : write(relation);
  return left.map(write).join('') + middle + right.map(write).join('');
}

/** What stands in the slots; null while one of them is empty. */
export function studentAnswerOf(item: Item): string | null {
  const slots = slotsOf(item);
  if (slots.length === 0 || slots.some(({ filled }) => !filled)) return null;
  const separator = item.right.some(({ type }) => type === 'rest') ? '……' : '、';
  return slots.map(({ filled }) => render(filled ?? [])).join(separator);
}

/** Null when there are more or fewer slots than answers. */
export function fillSlots(item: Item, answers: readonly (readonly Token[])[]): Item | null {
  if (slotsOf(item).length !== answers.length) return null;
  const left = [...answers];
  const fill = (token: Token): Token => (isBlank(token) ? { ...token, filled: left.shift() ?? null } : token);
  return {
    left: item.left.map(fill),
    relation: item.relation === '=' ? '=' : (fill(item.relation) as Blank),
    right: item.right.map(fill),
  };
}

/** A number, a remainder `3……2`, or a measure `3元5角`: what may follow the last `=`. */
export function isAnswer(tokens: readonly Token[]): boolean {
  const rest = tokens.findIndex(({ type }) => type === 'rest');
  if (rest >= 0) {
    const parts = [tokens.slice(0, rest), tokens.slice(rest + 1)];
    return parts.every((part) => part.length === 1 && part[0]!.type === 'number');
  }
  const numbers = tokens.filter(({ type }) => type !== 'unit');
  const units = tokens.length - numbers.length;
  return isLiteral(numbers) || (units > 1 && numbers.length === units && numbers.every(isNumber));
}
const isNumber = ({ type }: Token): boolean => type === 'number';

const kindOf = (tokens: readonly Token[]): 'percent' | 'fraction' | 'decimal' | 'whole' => {
  const text = render(tokens);
  return text.includes('%')
    ? 'percent'
    : text.includes('/')
      ? 'fraction'
      : text.includes('.')
        ? 'decimal'
        : 'whole';
};

/** Null when the line is no item: no relation, two of them, or sides that make no question. */
export function readItem(text: string): Item | null {
  const tokens = tokenize(text);
  if (!tokens) return null;
  const folded = foldBlanks(tokens);
  return comparison(folded) ?? equation(folded, tokens);
}

function comparison(tokens: readonly Token[]): Item | null {
  const marks = tokens.flatMap((token, at) => {
    const filledWith = isBlank(token) && token.filled?.[0];
    const isMark =
      token.type === 'ring' ||
      (token.type === 'relation' && token.text !== '=') ||
      (filledWith && filledWith.type === 'relation');
    return isMark ? [at] : [];
  });
  const hasEquals = tokens.some(({ type, text }) => type === 'relation' && text === '=');
  if (marks.length === 0 && !hasEquals) {
    // 3×4( )15: an empty bracket where an operator would stand.
    const gap = tokens.findIndex(
      (token, at) =>
        isBlank(token) &&
        !token.filled &&
        ['number', 'unit', 'close', 'percent'].includes(tokens[at - 1]?.type ?? ''),
    );
    if (gap > 0 && gap < tokens.length - 1) marks.push(gap);
  }
  if (marks.length !== 1 || hasEquals) return null;
  const at = marks[0]!;
  const mark = tokens[at]!;
  const answer = isBlank(mark) ? mark.filled : mark.type === 'relation' ? [mark] : null;
  const [left, right] = [tokens.slice(0, at), tokens.slice(at + 1)];
  if (left.length === 0 || right.length === 0 || [...left, ...right].some(isBlank)) return null;
  return { left, relation: slotOf('○', answer ?? []), right };
}

function equation(folded: readonly Token[], unfolded: readonly Token[]): Item | null {
  const sides = (tokens: readonly Token[]) => {
    const at = tokens.flatMap(({ type, text }, i) => (type === 'relation' ? [{ i, text }] : []));
    const only = at.length === 1 ? at[0] : undefined;
    return only?.text === '=' ? ([tokens.slice(0, only.i), tokens.slice(only.i + 1)] as const) : null;
  };
  const [left, right] = sides(folded) ?? [];
  if (!left || !right || left.length === 0) return null;
  const filledOnLeft = left.filter((token) => isBlank(token) && token.filled);
  // Brackets around a number are printed when the answer is still to come, or when they hold a sign.
  const arePrinted =
    filledOnLeft.length > 0 &&
    (right.length === 0 ||
      (isAnswer(right) && filledOnLeft.every((token) => isBlank(token) && token.filled?.[0]?.text === '-')));
  if (arePrinted) {
    const [plainLeft, plainRight] = sides(unfolded) ?? [];
    return plainLeft && plainRight ? withSlot(plainLeft, plainRight) : null;
  }
  if ([...left, ...right].some(isBlank)) return right.length > 0 ? { left, relation: '=', right } : null;
  return withSlot(left, right);
}

function withSlot(left: readonly Token[], right: readonly Token[]): Item | null {
  if (right.length > 0 && !isAnswer(right)) return null;
  if (isLiteral(left)) {
    // A number alone asks nothing; beside another it was compared, unless it was written in another way.
    if (right.length === 0) return null;
    const kinds = [kindOf(left), kindOf(right)];
    const isRewritten =
      kinds.includes('percent') || (kinds.includes('fraction') && kinds.includes('decimal'));
    if (isLiteral(right) && !isRewritten) return { left, relation: slotOf('○', [EQUALS]), right };
  }
  return { left, relation: '=', right: [slotOf('', right)] };
}
const EQUALS: Token = { type: 'relation', text: '=' };
