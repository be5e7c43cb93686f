import { decide, decideAtOnce, type Decision } from './decide';
import { slice, type TextLine } from './geometry';
import type { GreyPicture } from './grey-picture';
import { probabilityOf } from './ctc';
import { labelOf, type Numbering } from './labels';
import type { Recogniser } from './recogniser';
import { CLOSE, type Margins, TIGHT, type View, view, WIDE } from './view';
import { weigh, type Weighed } from './weigh';

/** A line with its first reading. */
export type ReadLine = { line: TextLine; first: View };

/** Looks again and again at the lines of a page until each has a verdict. */
export class ItemReader {
  constructor(
    private readonly picture: GreyPicture,
    private readonly recogniser: Recogniser,
  ) {}

  async readFirst(line: TextLine): Promise<ReadLine> {
    return { line, first: await this.look(line, TIGHT) };
  }

  async decide({ line, first }: ReadLine, numbering: Numbering): Promise<Decision> {
    const firstWeighed = weigh(first, numbering);
    if (first.ring) return this.decideComparison(line, first, numbering);
    const atOnce = decideAtOnce(firstWeighed);
    if (atOnce) return atOnce;
    const others = [await this.look(line, WIDE), await this.look(line, CLOSE)];
    const crops = [firstWeighed, ...others.map((other) => weigh(other, numbering))];
    const again = await this.rereadAnswer(line, first, firstWeighed);
    return decide(crops, again);
  }

  /** The sign in the ring must be seen twice: by its shape and by the recogniser. */
  private async decideComparison(line: TextLine, first: View, numbering: Numbering): Promise<Decision> {
    const weighed = [weigh(first, numbering), weigh(await this.look(line, WIDE), numbering)];
    const decision = decide(weighed, [1]);
    if (decision.verdict === 'unanswered' || decision.verdict === 'unreadable') return decision;
    const open = await view(this.picture, this.recogniser, line, WIDE, 'open');
    const relation = first.ring?.relation ?? '';
    const seen = open.signs.some(
      ({ sign, from }) => sign === relation && from > open.ring!.from - 0.05 && from < open.ring!.to,
    );
    return seen ? decision : { ...decision, verdict: 'suspect' };
  }

  private look(line: TextLine, margins: Margins): Promise<View> {
    return view(this.picture, this.recogniser, line, margins);
  }

  /** How surely the answer alone, cut out behind the `=` twice, reads as it did on the whole line. */
  private async rereadAnswer(_line: TextLine, first: View, weighed: readonly Weighed[]): Promise<number[]> {
    const top = weighed[0];
    if (!top || top.judgement.verdict !== 'wrong' || !top.judgement.studentAnswer) return [];
    const equals = first.signs.findIndex(({ sign }) => sign === '=');
    const [sign, next] = [first.signs[equals], first.signs[equals + 1]];
    if (!sign || !next) return [];
    const answer = first.readings[0]!.text.slice(first.readings[0]!.text.indexOf('=') + 1);
    const { w, h } = first.region;
    const from = ((sign.to + next.from) / 2) * w;
    const crops = [
      slice(first.region, from, w + 0.1 * h),
      slice(first.region, from, w + 0.3 * h, -0.1 * h, 1.1 * h),
    ];
    const again: number[] = [];
    for (const crop of crops) {
      const { steps } = await this.look(crop, { left: 0, right: 0, top: 0, bottom: 0 });
      again.push(probabilityOf(steps, answer));
    }
    return again;
  }
}

/** The line without its label, as far as the signs say where it ends. */
export function withoutLabel({ first }: ReadLine, numbering: Numbering): TextLine {
  const label = labelOf(first.readings[0]?.text ?? '', numbering);
  const [last, next] = [first.signs[label.length - 1], first.signs[label.length]];
  const { region } = first;
  return label && last && next ? slice(region, ((last.to + next.from) / 2) * region.w, region.w) : region;
}
