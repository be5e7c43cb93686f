import { Fraction } from 'fraction.js';
import type { Item } from './item';
import type { Token } from './tokens';

/** a ÷ b = q …… r in whole numbers; null for what the child has not filled in. */
type Division = { parts: [a: Fraction | null, b: Fraction | null, q: Fraction | null, r: Fraction | null] };

const WHOLE = /^\d+$/;
/** `undefined` when the token cannot be a part of a division with remainder. */
function wholeOf(token: Token | undefined): Fraction | null | undefined {
  const inner = token?.type === 'blank' ? token.filled : token && [token];
  if (inner === null) return null;
  const [only, ...others] = inner ?? [];
  return only?.type === 'number' && others.length === 0 && WHOLE.test(only.text) ? only.value : undefined;
}

/**
 * The division that the line is about when it is answered, or asked, with a remainder; null for every other
 * item. 17÷5= asks for one as long as no fraction or decimal answers it.
 */
export function divisionOf({ left, relation, right }: Item): Division | null {
  const [dividend, sign, divisor, ...others] = left;
  if (relation !== '=' || sign?.text !== '÷' || others.length > 0) return null;
  const [a, b] = [wholeOf(dividend), wholeOf(divisor)];
  if (a === undefined || b === undefined) return null;
  const only = right.length === 1 ? right[0] : undefined;
  const written = only?.type === 'blank' && only.filled?.some(isRest) ? only.filled : right;
  if (written.length === 3 && isRest(written[1]!)) {
    const [q, r] = [wholeOf(written[0]), wholeOf(written[2])];
    return q === undefined || r === undefined ? null : { parts: [a, b, q, r] };
  }
  const isDropped = only?.type === 'blank' && wholeOf(only) !== undefined;
  if (!isDropped || !a || !b || b.equals(0) || a.lt(b) || a.mod(b).equals(0)) return null;
  return { parts: [a, b, wholeOf(only) ?? null, null] };
}
const isRest = ({ type }: Token): boolean => type === 'rest';

/** A missing remainder does not hold: 17÷5=3 is not the whole answer. */
export function divisionHolds({ parts: [a, b, q, r] }: Division): boolean {
  return !!a && !!b && !!q && !!r && r.lt(b) && a.equals(b.mul(q).add(r));
}

/** What belongs into the slots, in their order, joined as it is written; null when more than one answer fits. */
export function expectedOfDivision({ parts: [a, b, q, r] }: Division, item: Item): string | null {
  const asked = [...item.left, ...item.right].filter(({ type }) => type === 'blank').length;
  const open = (part: Token | undefined) => part?.type === 'blank';
  if (open(item.left[0])) return asked === 1 && b && q && r?.lt(b) ? b.mul(q).add(r).toFraction() : null;
  if (open(item.left[2])) {
    if (asked !== 1 || !a || !q || !r || q.equals(0)) return null;
    const divisor = a.sub(r).div(q);
    return divisor.d === 1n && divisor.gt(r) ? divisor.toFraction() : null;
  }
  if (!a || !b || b.equals(0)) return null;
  const [quotient, rest] = [a.div(b).floor().toFraction(), a.mod(b).toFraction()];
  const isWritten = item.right.some(isRest);
  if (!isWritten || asked === 2) return `${quotient}……${rest}`;
  return open(item.right[0]) ? quotient : rest;
}
