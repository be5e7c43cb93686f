import type { Judgement } from '@wuhao/arithmetic';
import type { Verdict } from '@wuhao/contracts';
import { doubtOf, rightLinesNear } from './doubt';
import type { View } from './view';
import { type Weighed, weightOf } from './weigh';

export type Decision = { verdict: Verdict; judgement: Judgement; text: string; confidence: number };
export type Crop = { view: View; weighed: Weighed[] };

/** An equation proves its own reading: a first crop this sure needs no second. */
const SURE = 0.6;
const LEAST_CORRECT = 0.3;
const LEAST_CORRECT_AGAIN = 0.08;
const HOPELESS = 0.03;
const LEAST_UNANSWERED = 0.5;
const LEAST_WRONG = 0.7;
/** The likeliest right line may be this likely, against what was read, before `wrong` is taken back. */
const LARGEST_DOUBT = 10 ** -2.8;
const LARGEST_DOUBT_ALONE = 0.02;

/** Right at first sight, or null when the line must be looked at again. */
export function decideAtOnce(first: Crop): Decision | null {
  const correct = weightOf(first.weighed, 'correct');
  return correct >= SURE && correct > 4 * weightOf(first.weighed, 'wrong')
    ? toDecision('correct', [first], correct)
    : null;
}

/** No crop reads as an item at all: one more would not either. */
export const isHopeless = (crops: readonly Crop[]): boolean =>
  crops.every(({ weighed }) => sound(weighed) < HOPELESS);
const sound = (weighed: readonly Weighed[]): number =>
  weightOf(weighed, 'correct') + weightOf(weighed, 'wrong') + weightOf(weighed, 'unanswered');

/** The verdict over several crops of one line; `suspect` stands for a `wrong` that is still to be proved. */
export function decide(crops: readonly Crop[]): Decision {
  const mean = (verdict: Judgement['verdict']): number =>
    crops.reduce((sum, { weighed }) => sum + weightOf(weighed, verdict), 0) / crops.length;
  const [correct, wrong, unanswered] = [mean('correct'), mean('wrong'), mean('unanswered')];
  if (correct >= LEAST_CORRECT && correct > 2 * wrong) return toDecision('correct', crops, correct);
  if (correct >= LEAST_CORRECT_AGAIN && isMisreadQuestion(crops))
    return toDecision('correct', crops, correct);
  if (unanswered >= LEAST_UNANSWERED) return toDecision('unanswered', crops, unanswered);
  if (wrong < LEAST_CORRECT) return toDecision('unreadable', crops, Math.max(correct, wrong, unanswered));
  return toDecision('suspect', crops, wrong);
}

/**
 * 56+7=8 and 56÷7=8 were read: nobody adds to 8, the sign was misread. True when the likeliest right reading has the
 * answer of the likeliest wrong one, and that answer is far from what the wrong reading asks for.
 */
function isMisreadQuestion(crops: readonly Crop[]): boolean {
  const likeliest = (verdict: Judgement['verdict']) =>
    crops
      .flatMap(({ weighed }) => weighed.filter(({ judgement }) => judgement.verdict === verdict))
      .sort((a, b) => b.weight - a.weight)[0]?.judgement;
  const [right, wrong] = [likeliest('correct'), likeliest('wrong')];
  if (!right || !wrong || right.studentAnswer !== wrong.studentAnswer) return false;
  const [given, asked] = [Number(wrong.studentAnswer), Number(wrong.expected)];
  const ratio = Math.max(given, asked) / Math.min(given, asked);
  return Math.abs(given - asked) > 10 && ratio > 1.8 && ![10, 100, 1000].includes(ratio);
}

/**
 * Whether the line is wrong beyond doubt: every crop reads a wrong line, on none of them a right one is anywhere
 * near as likely, and the answer cut out alone reads the same. Fewer crops take a larger `strictness`.
 */
export function isProvedWrong(crops: readonly Crop[], alone: View | null, strictness: number): boolean {
  const tops = crops.flatMap(({ weighed }) => weighed[0] ?? []);
  const top = tops.find(({ text }) => tops.filter((other) => other.text === text).length * 2 > tops.length);
  if (!top || !alone) return false;
  if (tops.some(({ judgement }) => judgement.studentAnswer !== top.judgement.studentAnswer)) return false;
  const { studentAnswer, expected } = top.judgement;
  if (top.judgement.verdict !== 'wrong' || studentAnswer === null || expected === null) return false;
  const wrong = crops.map(({ weighed }) => weightOf(weighed, 'wrong'));
  if (wrong.some((weight) => weight < LEAST_WRONG) || isUnsafe(studentAnswer, expected, alone)) return false;
  const right = [...new Set(tops.flatMap(({ text }) => rightLinesNear(text)))];
  const doubts = crops.map(({ view, weighed }) => {
    const { raw, label } = weighed[0]!;
    const inRaw = (text: string) => label + (view.dots ? text.replace('…', '-') : text);
    return doubtOf(view.steps, label + raw, right.map(inRaw));
  });
  if (doubts.some((doubt) => doubt > LARGEST_DOUBT / strictness)) return false;
  const answer = asWritten(studentAnswer, alone);
  return (
    alone.readings[0]?.text.replace(/[.)]+$/u, '') === answer &&
    doubtOf(alone.steps, alone.readings[0].text, [asWritten(expected, alone)]) < LARGEST_DOUBT_ALONE
  );
}

export const asWritten = (answer: string, { dots }: View): string => answer.replace('……', dots ? '-' : '…');

/** A lost twin (77 read as 7), and an answer behind a struck-out one (2930 for 30), look like other numbers. */
function isUnsafe(read: string, right: string, alone: View): boolean {
  const lostTwin = [...right].some(
    (sign, i) => sign === right[i + 1] && right.slice(0, i) + right.slice(i + 1) === read,
  );
  const extra = read.endsWith(right) ? read.length - right.length : 0;
  return lostTwin || extra > 1 || (extra === 1 && !standsAsDigits(read, alone));
}

/** One narrow stroke for each digit: nothing is drawn through any of them. */
function standsAsDigits(read: string, { ink, region }: View): boolean {
  const tall = ink.filter(({ height }) => height > 0.3);
  const widest = Math.max(
    ...tall.map(({ from, to, height }) => ((to - from) * region.w) / (height * region.h)),
  );
  return tall.length === read.length && widest < 0.8;
}

export function toDecision(verdict: Verdict, crops: readonly Crop[], confidence: number): Decision {
  const said = verdict === 'suspect' ? 'wrong' : verdict;
  const best = crops
    .flatMap(({ weighed }) => weighed)
    .filter(({ judgement }) => said === 'unreadable' || judgement.verdict === said)
    .sort((a, b) => b.weight - a.weight)[0];
  const none: Judgement = { verdict: 'unreadable', question: '', studentAnswer: null, expected: null };
  return {
    verdict,
    judgement: best?.judgement ?? none,
    text: best?.text ?? '',
    confidence: Math.round(Math.min(1, confidence) * 1000) / 1000,
  };
}
