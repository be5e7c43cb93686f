import { Fraction } from 'fraction.js';
import type { Token } from './tokens';
import type { Unit } from './units';

export type Blank = Extract<Token, { type: 'blank' }>;
export type Expression =
  | { kind: 'number'; value: Fraction }
  | { kind: 'blank'; blank: Blank }
  | { kind: 'percent'; of: Expression }
  | { kind: 'measure'; of: Expression; unit: Unit }
  | { kind: 'operation'; operator: '+' | '-' | '×' | '÷'; left: Expression; right: Expression };
/** A value with the dimension of its unit, '' when it has none. Measures are in base units. */
export type Quantity = { value: Fraction; dimension: string };

class Reader {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  sum(): Expression | null {
    return this.chain(['+', '-'], () => this.chain(['×', '÷'], () => this.measures()));
  }

  private chain(operators: readonly string[], next: () => Expression | null): Expression | null {
    let left = next();
    while (left) {
      const operator = this.take('operator', operators);
      if (!operator) break;
      const right = next();
      if (!right) return null;
      left = { kind: 'operation', operator: operator.text as '+', left, right };
    }
    return left;
  }

  /** 1米20厘米 is a sum; 20厘米1米 is not written. */
  private measures(): Expression | null {
    let whole = this.measure();
    let last = whole;
    while (whole && last?.kind === 'measure' && ['number', 'blank'].includes(this.peek()?.type ?? '')) {
      const part = this.measure();
      const isSmaller =
        part?.kind === 'measure' &&
        part.unit.dimension === last.unit.dimension &&
        part.unit.factor.lt(last.unit.factor);
      if (!isSmaller) return null;
      whole = { kind: 'operation', operator: '+', left: whole, right: part };
      last = part;
    }
    return whole;
  }

  private measure(): Expression | null {
    const of = this.atom();
    if (!of) return null;
    if (this.take('percent')) return { kind: 'percent', of };
    const unit = this.take('unit');
    return unit ? { kind: 'measure', of, unit: (unit as Extract<Token, { type: 'unit' }>).unit } : of;
  }

  private atom(): Expression | null {
    if (this.take('open')) {
      const minus = this.take('operator', ['-']);
      const inside = minus ? this.fraction() : this.sum();
      if (!inside || !this.take('close')) return null;
      return minus ? negative(inside) : inside;
    }
    return this.fraction();
  }

  /** The bar of a fraction binds closer than ÷ and stands between whole numbers only. */
  private fraction(): Expression | null {
    const first = this.number();
    if (!first || (this.peek()?.text !== '/' && this.peek()?.type !== 'mixed')) return first;
    if (this.take('mixed')) {
      const part = this.number();
      const bar = this.take('operator', ['/']);
      const below = this.number();
      if (!bar || !isWhole(first) || !isWhole(part) || !isWhole(below)) return null;
      return operation('+', first, operation('÷', part, below));
    }
    this.take('operator', ['/']);
    const below = this.number();
    return isWhole(first) && isWhole(below) ? operation('÷', first, below) : null;
  }

  private number(): Expression | null {
    const token = this.take('number') ?? this.take('blank');
    if (token?.type === 'number') return { kind: 'number', value: token.value };
    return token?.type === 'blank' ? { kind: 'blank', blank: token } : null;
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private take(type: Token['type'], texts?: readonly string[]): Token | null {
    const token = this.peek();
    if (token?.type !== type || (texts && !texts.includes(token.text))) return null;
    this.at++;
    return token;
  }
}

const operation = (operator: '+' | '÷', left: Expression, right: Expression): Expression => ({
  kind: 'operation',
  operator,
  left,
  right,
});
const negative = (of: Expression): Expression => ({
  kind: 'operation',
  operator: '-',
  left: { kind: 'number', value: new Fraction(0) },
  right: of,
});
const isWhole = (part: Expression | null): part is Expression =>
  part?.kind === 'blank' || (part?.kind === 'number' && part.value.d === 1n);

/** Null when the tokens are no expression: an implicit product, a leading sign, a bracket left open. */
export function parse(tokens: readonly Token[]): Expression | null {
  const reader = new Reader(tokens);
  const expression = reader.sum();
  return reader.done ? expression : null;
}

/** What a child wrote into a blank; here a sign may lead. */
export function parseLiteral(tokens: readonly Token[]): Expression | null {
  if (tokens[0]?.text !== '-') return parse(tokens);
  const inside = parse(tokens.slice(1));
  return inside && negative(inside);
}

const number = (value: Fraction): Quantity => ({ value, dimension: '' });

/** Null for an empty blank, a division by zero, or a sum of unlike measures. */
export function evaluate(expression: Expression): Quantity | null {
  switch (expression.kind) {
    case 'number':
      return number(expression.value);
    case 'blank': {
      const literal = expression.blank.filled && parseLiteral(expression.blank.filled);
      return literal && evaluate(literal);
    }
    case 'percent': {
      const of = evaluate(expression.of);
      return of && of.dimension === '' ? number(of.value.div(100)) : null;
    }
    case 'measure': {
      const of = evaluate(expression.of);
      if (!of || of.dimension !== '') return null;
      return { value: of.value.mul(expression.unit.factor), dimension: expression.unit.dimension };
    }
    case 'operation': {
      const left = evaluate(expression.left);
      const right = evaluate(expression.right);
      return left && right && operate(expression.operator, left, right);
    }
  }
}

function operate(operator: '+' | '-' | '×' | '÷', left: Quantity, right: Quantity): Quantity | null {
  const alike = left.dimension === right.dimension;
  switch (operator) {
    case '+':
      return alike ? { ...left, value: left.value.add(right.value) } : null;
    case '-':
      return alike ? { ...left, value: left.value.sub(right.value) } : null;
    case '×':
      if (left.dimension !== '' && right.dimension !== '') return null;
      return { value: left.value.mul(right.value), dimension: left.dimension || right.dimension };
    case '÷':
      if (right.value.equals(0) || (right.dimension !== '' && !alike)) return null;
      return { value: left.value.div(right.value), dimension: alike ? '' : left.dimension };
  }
}

const hasBlank = (expression: Expression): boolean =>
  expression.kind === 'operation'
    ? hasBlank(expression.left) || hasBlank(expression.right)
    : expression.kind === 'blank' || (expression.kind !== 'number' && hasBlank(expression.of));

/**
 * What the one blank of `expression` must hold for the whole to be `target`, whatever it holds now: undoes the
 * operations from the outside in. Null when no number does, or any number.
 */
export function solve(expression: Expression, target: Quantity): Fraction | null {
  switch (expression.kind) {
    case 'number':
      return null;
    case 'blank':
      return target.dimension === '' ? target.value : null;
    case 'percent':
      return target.dimension === '' ? solve(expression.of, number(target.value.mul(100))) : null;
    case 'measure':
      if (expression.unit.dimension !== target.dimension) return null;
      return solve(expression.of, number(target.value.div(expression.unit.factor)));
    case 'operation': {
      const { operator, left, right } = expression;
      const blankLeft = hasBlank(left);
      const known = evaluate(blankLeft ? right : left);
      if (!known) return null;
      // t = x - k and t = x ÷ k are undone by + and ×, t = k - x and t = k ÷ x by the same sign again.
      const undo = { '+': '-', '×': '÷', '-': blankLeft ? '+' : '-', '÷': blankLeft ? '×' : '÷' } as const;
      const swapped = !blankLeft && (operator === '-' || operator === '÷');
      const inner = swapped ? operate(undo[operator], known, target) : operate(undo[operator], target, known);
      return inner && solve(blankLeft ? left : right, inner);
    }
  }
}
