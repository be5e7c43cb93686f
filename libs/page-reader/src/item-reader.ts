import { type Crop, decide, decideAtOnce, type Decision, isHopeless, isProvedWrong } from './decide';
import { slice, type TextLine } from './geometry';
import { type GreyPicture, straighten } from './grey-picture';
import { strokesOf } from './ink';
import { labelOf, type Numbering } from './labels';
import type { Recogniser } from './recogniser';
import { CLOSE, type Margins, type Looking, NONE, TIGHT, type View, view, WIDE } from './view';
import { weigh } from './weigh';

/** A line with its first reading. `room` is how far it is to the next writing on the right, in pixels. */
export type ReadLine = { line: TextLine; first: View; room: number };

/** How far behind the `=` an answer may stand, in heights of the line. */
const ANSWER_REACH = 2.5;

/** How far the rest of an answer may be from its start, in heights of the line. */
const TAIL_REACH = 1.2;
const TAIL_HEIGHT = 48;

/** Looks again and again at the lines of a page until each has a verdict. */
export class ItemReader {
  constructor(
    private readonly picture: GreyPicture,
    private readonly recogniser: Recogniser,
  ) {}

  look(line: TextLine, margins: Margins, looking: Looking = {}): Promise<View> {
    return view(this.picture, this.recogniser, line, margins, looking);
  }

  /** Takes in what stands close behind the line and was not found as writing, like the 0 of a thin 80. */
  async withTail(read: ReadLine): Promise<ReadLine> {
    const { line, room } = read;
    const reach = Math.min(TAIL_REACH * line.h, room);
    if (reach < 0.25 * line.h) return read;
    const behind = slice(line, line.w - 0.05 * line.h, line.w + reach);
    const strip = straighten(this.picture, behind, TAIL_HEIGHT);
    const tall = strokesOf(strip).filter((stroke) => {
      const height = (stroke.bottom - stroke.top) / TAIL_HEIGHT;
      return stroke.left > 2 && stroke.right < strip.width - 1 && height > 0.3 && height < 0.95;
    });
    if (tall.length === 0) return read;
    const end = Math.max(...tall.map(({ right }) => right)) / TAIL_HEIGHT;
    const longer = slice(line, 0, line.w + (end + 0.1) * line.h);
    return { ...read, line: longer, first: await this.look(longer, TIGHT) };
  }

  async decide({ line, first, room }: ReadLine, numbering: Numbering): Promise<Decision> {
    const looking = { expectsLabel: numbering === 'circle' };
    const crop = (of: View): Crop => ({ view: of, weighed: weigh(of, numbering) });
    const firstCrop = crop(first);
    // Beside circled labels a line without one was read with its label: its first number cannot be trusted.
    const isUnsure = numbering === 'circle' && !first.hasCircledLabel && !firstCrop.weighed[0]?.label;
    if (first.isRewritten) return this.decideRewritten(line, firstCrop, numbering);
    if (first.ring) {
      const decision = await this.decideComparison(line, firstCrop, numbering);
      return isUnsure ? withDoubt(decision) : decision;
    }
    const atOnce = decideAtOnce(firstCrop);
    if (atOnce) return atOnce;
    const crops = [firstCrop, crop(await this.look(line, WIDE, looking))];
    const alone = decide(crops).verdict === 'suspect' ? await this.lookAtAnswer(firstCrop) : null;
    const isWrong = (strictness: number): boolean =>
      !isUnsure && crops.every(({ view }) => !view.hasStruckOut) && isProvedWrong(crops, alone, strictness);
    if (isWrong(10)) return { ...decide(crops), verdict: 'wrong' };
    if (decideAtOnce(crops[1]!)) return decide(crops);
    if (isHopeless(crops)) return decide(crops);
    crops.push(crop(await this.look(line, CLOSE, looking)));
    const decision = decide(crops);
    if (decision.verdict === 'unanswered')
      return (await this.hasInkInSlot(firstCrop, room)) ? { ...decision, verdict: 'unreadable' } : decision;
    return decision.verdict === 'suspect' && isWrong(1) ? { ...decision, verdict: 'wrong' } : decision;
  }

  /**
   * What was rewritten is judged right where it proves itself, and never wrong: a lost stroke would be lost each
   * time. A comparison proves nothing.
   */
  private async decideRewritten(line: TextLine, first: Crop, numbering: Numbering): Promise<Decision> {
    const wide = await this.look(line, WIDE, { expectsLabel: numbering === 'circle' });
    const decision = decide([first, { view: wide, weighed: weigh(wide, numbering) }]);
    if (decision.verdict === 'unanswered') return { ...decision, verdict: 'unreadable' };
    return first.view.ring ? withDoubt(decision) : decision;
  }

  /** The sign in the ring must be seen twice: by its shape and by the recogniser. */
  private async decideComparison(line: TextLine, first: Crop, numbering: Numbering): Promise<Decision> {
    const wide = await this.look(line, WIDE, { expectsLabel: numbering === 'circle' });
    const decision = decide([first, { view: wide, weighed: weigh(wide, numbering) }]);
    if (decision.verdict === 'unanswered' || decision.verdict === 'unreadable') return decision;
    const open = await this.look(line, WIDE, { ringMode: 'open' });
    const { ring } = open;
    const isSeen = open.signs.some(
      ({ sign, from }) =>
        sign === first.view.ring?.relation && ring && from > ring.from - 0.05 && from < ring.to,
    );
    const isSure = isSeen && wide.ring?.relation === first.view.ring?.relation;
    const verdict = isSure ? (decision.verdict === 'suspect' ? 'wrong' : decision.verdict) : 'suspect';
    return { ...decision, verdict };
  }

  /** Thin or faint answers are missed by the recogniser; before a blank is called empty its ink is looked at. */
  private async hasInkInSlot(
    { view: { signs, ink, region }, weighed }: Crop,
    room: number,
  ): Promise<boolean> {
    const open = signs.findIndex(({ sign }) => sign === '(');
    const close = signs.findIndex(({ sign }, i) => i > open && sign === ')');
    const question = weighed[0]?.judgement.question ?? '';
    if (question.includes('( )') && open >= 0 && close > open) {
      const [from, to] = [signs[open]!.to, signs[close]!.from];
      // The signs stand in the middle of their strokes: what is near them is a bracket.
      const edge = 0.22 * (to - from);
      return ink.some((stroke) => {
        const centre = (stroke.from + stroke.to) / 2;
        return centre > from + edge && centre < to - edge && stroke.height > 0.15;
      });
    }
    const equals = signs.findLast(({ sign }) => sign === '=');
    if (!question.endsWith('=') || !equals) return false;
    const start = equals.to * region.w + 0.15 * region.h;
    const reach = Math.max(region.w, region.w + Math.min(room, ANSWER_REACH * region.h) - 0.1 * region.h);
    if (reach - start < 0.2 * region.h) return false;
    const behind = await this.look(slice(region, start, reach), NONE);
    return behind.ink.some(({ height }) => height > 0.3);
  }

  /** The answer alone, larger than on the whole line; null where it does not stand behind the last `=`. */
  private async lookAtAnswer({ view: { signs, region, readings }, weighed }: Crop): Promise<View | null> {
    const answer = weighed[0]?.judgement.studentAnswer;
    if (!answer) return null;
    const equals = signs.findIndex(({ sign }) => sign === '=');
    const open = signs.findIndex(({ sign }, i) => sign === '(' && i >= (weighed[0]?.label.length ?? 0));
    const isInBrackets = weighed[0]!.judgement.question.includes('( )');
    const start = isInBrackets ? open : equals;
    const end = isInBrackets ? signs.findIndex(({ sign }, i) => i > open && sign === ')') : signs.length;
    const [before, first] = [signs[start], signs[start + 1]];
    if (!before || !first || end < 0 || signs.length !== readings[0]?.text.length) return null;
    const from = ((before.to + first.from) / 2) * region.w;
    const last = signs[end - 1]!;
    const to = isInBrackets ? ((last.to + signs[end]!.from) / 2) * region.w : region.w + 0.15 * region.h;
    return to - from < 0.2 * region.h ? null : this.look(slice(region, from, to), NONE);
  }
}

const withDoubt = (decision: Decision): Decision =>
  decision.verdict === 'correct' || decision.verdict === 'wrong'
    ? { ...decision, verdict: 'suspect' }
    : decision;

/** The line without its label, as far as the signs say where it ends. */
export function withoutLabel({ first }: ReadLine, numbering: Numbering): TextLine {
  const label = labelOf(first.readings[0]?.text ?? '', numbering);
  const [last, next] = [first.signs[label.length - 1], first.signs[label.length]];
  const { region } = first;
  return label && last && next && !first.isRewritten
    ? slice(region, ((last.to + next.from) / 2) * region.w, region.w)
    : region;
}
