/** Pairs that the recogniser takes for one another in handwriting. */
const CONFUSABLE = new Set([
  '06',
  '08',
  '49',
  '17',
  '1/',
  '56',
  '38',
  '35',
  '27',
  '68',
  '59',
  '47',
  '01',
  '09',
  '89',
]);
const EASILY_LOST = '1./';

/** Whether one slip of the recogniser could make `read` of `right`. */
export function isOneSlip(read: string, right: string): boolean {
  if (read.length === right.length) {
    const apart = [...read].flatMap((sign, i) =>
      sign === right[i] ? [] : [[sign, right[i]!].sort().join('')],
    );
    return apart.length === 1 && CONFUSABLE.has(apart[0]!);
  }
  const [short, long] = read.length < right.length ? [read, right] : [right, read];
  if (long.length - short.length !== 1) return false;
  return [...long].some((sign, i) => {
    const isDouble = sign === long[i - 1] || sign === long[i + 1];
    return long.slice(0, i) + long.slice(i + 1) === short && (isDouble || EASILY_LOST.includes(sign));
  });
}
