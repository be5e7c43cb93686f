import { judge, type Judgement } from '@wuhao/arithmetic';
import { labelOf, type Numbering } from './labels';
import type { View } from './view';

export type Weighed = { text: string; judgement: Judgement; weight: number };

/** What each reading of a view says once it is judged, the likeliest first. */
export function weigh(view: View, numbering: Numbering): Weighed[] {
  return view.readings.map(({ text, probability }) => {
    const bare = plain(text.slice(labelOf(text, numbering).length), view);
    return { text: bare, judgement: judge(bare), weight: probability };
  });
}

/** The reading as the child would type it: the ring with what is inside, no specks behind the answer. */
function plain(text: string, { ring }: View): string {
  const line = text.replace(/(?<=[\d)%])[.?]+$/u, '');
  if (!ring) return line;
  return line.replace('=', ring.isEmpty ? '○' : ring.relation ? `(${ring.relation})` : '(?)');
}

export const weightOf = (weighed: readonly Weighed[], verdict: Judgement['verdict']): number =>
  weighed
    .filter(({ judgement }) => judgement.verdict === verdict)
    .reduce((sum, { weight }) => sum + weight, 0);
