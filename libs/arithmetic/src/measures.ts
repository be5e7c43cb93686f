import { evaluate, parse } from './expression';
import { type Item } from './item';
import type { Token } from './tokens';

/**
 * 125分=( )时( )分 → `2、5`: as many of the larger unit as go in, the rest in the smaller. Null for other items
 * and where the rest is not whole.
 */
export function expectedOfParts({ left, relation, right }: Item): string | null {
  const isSplit = (tokens: readonly Token[]) =>
    tokens.length > 2 && tokens.every(({ type }, at) => type === (at % 2 === 0 ? 'blank' : 'unit'));
  if (relation !== '=' || !isSplit(right) || right.length % 2 !== 0) return null;
  const known = parse(left);
  const whole = known && evaluate(known);
  if (!whole) return null;
  let rest = whole.value;
  const parts: string[] = [];
  for (const token of right) {
    if (token.type !== 'unit') continue;
    if (token.unit.dimension !== whole.dimension) return null;
    const count = rest.div(token.unit.factor).floor();
    parts.push(count.toFraction());
    rest = rest.sub(count.mul(token.unit.factor));
  }
  return rest.equals(0) ? parts.join('、') : null;
}
