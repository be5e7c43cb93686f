import { judge } from '@wuhao/arithmetic';
import { probabilityOf, type Steps } from './ctc';

const INSERTED = [...'0123456789.…/()'];
const DIGITS = [...'0123456789'];
const REPLACEMENTS: Readonly<Record<string, readonly string[]>> = {
  '+': ['÷', '-'],
  '-': ['+', '÷', '='],
  '÷': ['+', '-'],
  '×': ['+', '÷'],
  '/': ['1', '7'],
  '.': ['…', '1'],
  '…': ['.'],
};

/** Every line that one slip of the recogniser could have made of `text`. */
export function* slipsOf(text: string): Generator<string> {
  for (let i = 0; i <= text.length; i++) {
    const [before, sign, after] = [text.slice(0, i), text[i], text.slice(i + 1)];
    for (const inserted of INSERTED) yield before + inserted + text.slice(i);
    if (sign === undefined) continue;
    yield before + after;
    const replacements = /\d/.test(sign) ? [...DIGITS, '/'] : (REPLACEMENTS[sign] ?? []);
    for (const other of replacements) if (other !== sign) yield before + other + after;
  }
}

/** The lines near this one that would be right: one slip away, or with the right answer in the place of the read. */
export function rightLinesNear(text: string): string[] {
  const { studentAnswer, expected } = judge(text);
  const near = new Set<string>();
  for (const slip of slipsOf(text)) if (judge(slip).verdict === 'correct') near.add(slip);
  const at = studentAnswer === null ? -1 : text.lastIndexOf(studentAnswer.replace('……', '…'));
  if (expected !== null && studentAnswer !== null && at >= 0) {
    const right = expected.replace('……', '…');
    near.add(text.slice(0, at) + right + text.slice(at + studentAnswer.replace('……', '…').length));
  }
  return [...near];
}

/** How likely the likeliest of the right lines is on this crop, against what was read there. */
export function doubtOf(steps: Steps, read: string, right: readonly string[]): number {
  const others = right.map((text) => probabilityOf(steps, text));
  return Math.max(0, ...others) / Math.max(probabilityOf(steps, read), 1e-12);
}
