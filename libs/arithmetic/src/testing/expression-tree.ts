import fc from 'fast-check';

/** A second, independent reading of arithmetic for the properties: trees of whole numbers in plain BigInt. */
export type Tree = { n: bigint; d: bigint } | { operator: '+' | '-' | '×' | '÷'; left: Tree; right: Tree };
type Ratio = { n: bigint; d: bigint };

const leaf = fc.oneof(
  fc.nat(999).map((n) => ({ n: BigInt(n), d: 1n })),
  fc.tuple(fc.nat(99), fc.integer({ min: 2, max: 99 })).map(([n, d]) => ({ n: BigInt(n), d: BigInt(d) })),
);

export const anyExpression: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; inner: Tree }>((tie) => ({
  inner: fc.oneof({ maxDepth: 2, depthSize: 'small' }, leaf, tie('tree')),
  tree: fc.record({
    operator: fc.constantFrom('+' as const, '-' as const, '×' as const, '÷' as const),
    left: tie('inner'),
    right: tie('inner'),
  }),
})).tree;

/** Null for a division by zero anywhere. */
export function evaluateTree(tree: Tree): Ratio | null {
  if (!('operator' in tree)) return tree;
  const [l, r] = [evaluateTree(tree.left), evaluateTree(tree.right)];
  if (!l || !r) return null;
  if (tree.operator === '+') return { n: l.n * r.d + r.n * l.d, d: l.d * r.d };
  if (tree.operator === '-') return { n: l.n * r.d - r.n * l.d, d: l.d * r.d };
  if (tree.operator === '×') return { n: l.n * r.n, d: l.d * r.d };
  if (r.n === 0n) return null;
  return r.n > 0n ? { n: l.n * r.d, d: l.d * r.n } : { n: -l.n * r.d, d: -l.d * r.n };
}

/** As few brackets as the rules of precedence allow. */
export function renderTree(tree: Tree, parent = '', isRight = false): string {
  if (!('operator' in tree)) return toText(tree);
  const { operator } = tree;
  const text = renderTree(tree.left, operator) + operator + renderTree(tree.right, operator, true);
  const isLoose = '+-'.includes(operator) && '×÷'.includes(parent || '+');
  const isReversed =
    isRight && (parent === '-' || parent === '÷') && '+-'.includes(operator) === (parent === '-');
  return isLoose || isReversed || (isRight && parent === '÷') ? `(${text})` : text;
}

export const toText = ({ n, d }: Ratio): string => (d === 1n ? `${n}` : `${n}/${d}`);
