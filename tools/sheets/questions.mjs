// Questions of 口算 with the right answer, made without the code that will judge them.

const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
const ratio = (n, d) => {
  const g = gcd(Math.abs(n), d);
  return d / g === 1 ? `${n / g}` : `${n / g}/${d / g}`;
};
const tenths = (n) => (n % 10 === 0 ? `${n / 10}` : `${Math.trunc(n / 10)}.${Math.abs(n % 10)}`);
const sign = (left, right) => (left < right ? '<' : left > right ? '>' : '=');
const UNITS = [
  ['厘米', '毫米', 10], ['米', '厘米', 100], ['分米', '厘米', 10], ['千米', '米', 1000],
  ['千克', '克', 1000], ['吨', '千克', 1000], ['元', '角', 10], ['时', '分', 60], ['分', '秒', 60],
  ['平方米', '平方分米', 100],
]; // prettier-ignore

/** kind → [question, right answer]; `_` is where an answer goes that does not stand at the end. */
const MAKERS = {
  add20: (c) => {
    const [a, b] = [c.whole(1, 10), c.whole(1, 10)];
    return c.happens(0.5) ? [`${a}+${b}=`, `${a + b}`] : [`${a + b}-${b}=`, `${a}`];
  },
  add100: (c) => {
    const [a, b] = [c.whole(10, 89), c.whole(2, 60)];
    return c.happens(0.5) ? [`${a}+${b}=`, `${a + b}`] : [`${a + b}-${b}=`, `${a}`];
  },
  add1000: (c) => {
    const [a, b] = [c.whole(100, 600), c.whole(20, 399)];
    return c.happens(0.5) ? [`${a}+${b}=`, `${a + b}`] : [`${a + b}-${b}=`, `${a}`];
  },
  mul: (c) => {
    const [a, b] = [c.whole(2, 9), c.whole(2, 9)];
    return [`${a}×${b}=`, `${a * b}`];
  },
  mul2: (c) => {
    const [a, b] = [c.whole(11, 99), c.whole(2, 9)];
    return [`${a}×${b}=`, `${a * b}`];
  },
  mul10: (c) => {
    const [a, b] = [c.whole(2, 9) * 10, c.whole(2, 9) * c.pick([1, 10])];
    return [`${a}×${b}=`, `${a * b}`];
  },
  div: (c) => {
    const [a, b] = [c.whole(2, 9), c.whole(2, 9)];
    return [`${a * b}÷${b}=`, `${a}`];
  },
  div2: (c) => {
    const [a, b] = [c.whole(11, 48), c.whole(2, 9)];
    return [`${a * b}÷${b}=`, `${a}`];
  },
  rem: (c) => {
    const [b, q] = [c.whole(3, 9), c.whole(2, 9)];
    const r = c.whole(1, b - 1);
    return [`${b * q + r}÷${b}=`, `${q}……${r}`];
  },
  blank: (c) => {
    const [a, b] = [c.whole(3, 60), c.whole(3, 40)];
    return c.pick([
      [`${a}+_=${a + b}`, `${b}`],
      [`_+${b}=${a + b}`, `${a}`],
      [`_-${b}=${a}`, `${a + b}`],
      [`${a + b}-_=${b}`, `${a}`],
      [`_×${(b % 8) + 2}=${((a % 8) + 2) * ((b % 8) + 2)}`, `${(a % 8) + 2}`],
    ]);
  },
  paren: (c) => {
    const [a, b, d] = [c.whole(2, 19), c.whole(2, 19), c.whole(2, 9)];
    return c.happens(0.6) ? [`(${a}+${b})×${d}=`, `${(a + b) * d}`] : [`${a + b + d}-(${a}+${b})=`, `${d}`];
  },
  mix: (c) => {
    const [a, b, d] = [c.whole(2, 9), c.whole(2, 9), c.whole(10, 60)];
    return c.pick([
      [`${d}+${a}×${b}=`, `${d + a * b}`],
      [`${a * b}÷${b}+${d}=`, `${a + d}`],
      [`${a * b + d}-${a}×${b}=`, `${d}`],
      [`${d + a}-${a}+${b}=`, `${d + b}`],
    ]);
  },
  dec: (c) => {
    const [a, b] = [c.whole(3, 98), c.whole(3, 98)];
    return c.pick([
      [`${tenths(a)}+${tenths(b)}=`, tenths(a + b)],
      [`${tenths(a + b)}-${tenths(b)}=`, tenths(a)],
      [`${tenths(a)}×10=`, `${a}`],
    ]);
  },
  frac: (c) => {
    const [d, e] = [c.whole(3, 12), c.whole(3, 12)];
    const [n, m] = [c.whole(1, d - 1), c.whole(1, e - 1)];
    const isMinus = n * e > m * d && c.happens(0.5);
    return [`${n}/${d}${isMinus ? '-' : '+'}${m}/${e}=`, ratio(n * e + (isMinus ? -1 : 1) * m * d, d * e)];
  },
  cmpint: (c) => {
    const a = c.whole(20, 999);
    const b = c.happens(0.3) ? a : Math.max(1, a + c.whole(-60, 60));
    return [`${a}○${b}`, sign(a, b)];
  },
  cmpexpr: (c) => {
    const [a, b] = [c.whole(2, 9), c.whole(2, 9)];
    const other = a * b + c.pick([0, 0, -2, -1, 1, 3]);
    return [`${a}×${b}○${other}`, sign(a * b, other)];
  },
  cmpfrac: (c) => {
    const [d, e] = [c.whole(2, 9), c.whole(2, 9)];
    const [n, m] = [c.whole(1, d), c.whole(1, e)];
    return [`${n}/${d}○${m}/${e}`, sign(n * e, m * d)];
  },
  unit: (c) => {
    const [large, small, factor] = c.pick(UNITS);
    const n = c.whole(2, 9);
    return c.happens(0.6)
      ? [`${n}${large}=_${small}`, `${n * factor}`]
      : [`${n * factor}${small}=_${large}`, `${n}`];
  },
  pct: (c) => {
    const n = c.pick([5, 20, 25, 40, 50, 60, 75, 80, 90]);
    const decimal = `0.${n % 10 === 0 ? n / 10 : String(n).padStart(2, '0')}`;
    return c.happens(0.5) ? [`${n}%=_`, decimal] : [`${decimal}=_%`, `${n}`];
  },
};

export const KINDS_OF_YEARS = {
  low: ['add20', 'add100', 'mul', 'div', 'mul10', 'blank', 'cmpint'],
  middle: ['add1000', 'mul2', 'div2', 'rem', 'paren', 'mix', 'blank', 'unit', 'mul10', 'cmpexpr'],
  high: ['dec', 'frac', 'cmpfrac', 'pct', 'unit', 'paren', 'mix', 'mul2', 'div2', 'rem'],
};

/** A question as a child left it: `{ kind, question, answer, text, expected, verdict }`, blanks as `( )`. */
export function makeItem(chance, kind, wrongShare, emptyShare) {
  const [asked, right] = MAKERS[kind](chance);
  const isEmpty = chance.happens(emptyShare);
  const isWrong = !isEmpty && chance.happens(wrongShare);
  const answer = isEmpty ? '' : isWrong ? slip(chance, right) : right;
  const fill = (inside) => {
    if (asked.includes('_')) return asked.replace('_', `(${inside})`);
    return asked.includes('○') ? asked.replace('○', inside || '○') : asked + inside;
  };
  return {
    kind,
    question: asked.replace('_', '( )'),
    answer,
    text: fill(answer),
    expected: right,
    verdict: isEmpty ? 'unanswered' : isWrong ? 'wrong' : 'correct',
    asked,
  };
}

/** What children write instead: one more, ten less, a nought too many, two digits swapped. */
function slip(chance, right) {
  if ('<>='.includes(right)) return chance.pick(['<', '>', '='].filter((other) => other !== right));
  // The digits behind a point stay as many: 9.60 would be right.
  const [, head, digits, tail] = /^(.*?)(\d+)(\D*)$/.exec(right);
  const n = Number(digits);
  const others = [n + 1, n - 1, n + 10, n - 10, n * 10, n + 2, Number([...digits].reverse().join(''))];
  const isDecimal = head.endsWith('.');
  const wrong = others
    .filter((other) => other > 0 && other !== n)
    .map((other) => (isDecimal ? String(other).padStart(digits.length, '0') : String(other)))
    .filter((other) => !isDecimal || other.length === digits.length);
  return `${head}${chance.pick(wrong)}${tail}`;
}
