import { judge, type Judgement } from '@wuhao/arithmetic';
import { labelOf, type Numbering } from './labels';
import type { View } from './view';

/** `text` is the line as it is judged, `raw` the same as the recogniser gave it, behind `label`. */
export type Weighed = { text: string; raw: string; label: string; judgement: Judgement; weight: number };

/** What each reading of a view says once it is judged, the likeliest first. */
export function weigh(view: View, numbering: Numbering): Weighed[] {
  return view.readings.map(({ text, probability }) => {
    const label = labelOf(text, numbering);
    const bare = plain(text.slice(label.length), view);
    return { text: bare, raw: text.slice(label.length), label, judgement: judge(bare), weight: probability };
  });
}

/** The reading as the child would type it: the ring with what is inside, the dots, no speck behind the answer. */
export function plain(text: string, { ring, dots }: View): string {
  let line = text.replace(/(?<=[\d)%])[.]+$/u, '');
  if (dots) line = line.replace(/(?<==.*)[-.…]+(?=[^-.…]*$)/u, '…');
  if (!ring) return line;
  return line.replace('=', ring.isEmpty ? '○' : ring.relation ? `(${ring.relation})` : '(?)');
}

export const weightOf = (weighed: readonly Weighed[], verdict: Judgement['verdict']): number =>
  weighed
    .filter(({ judgement }) => judgement.verdict === verdict)
    .reduce((sum, { weight }) => sum + weight, 0);
