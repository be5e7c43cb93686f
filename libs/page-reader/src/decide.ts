import type { Judgement } from '@wuhao/arithmetic';
import type { Verdict } from '@wuhao/contracts';
import { isOneSlip } from './confusion';
import { type Weighed, weightOf } from './weigh';

export type Decision = { verdict: Verdict; judgement: Judgement; text: string; confidence: number };

/** An equation proves its own reading: a first crop this sure needs no second. */
const SURE = 0.6;
const LEAST_CORRECT = 0.3;
const LEAST_UNANSWERED = 0.5;
const LEAST_WRONG = 0.7;
const LEAST_ANSWER = 0.6;
const LARGEST_DOUBT = 0.01;

/** Right at first sight, or null when the line must be looked at again. */
export function decideAtOnce(first: readonly Weighed[]): Decision | null {
  const correct = weightOf(first, 'correct');
  return correct >= SURE && correct > 4 * weightOf(first, 'wrong')
    ? toDecision('correct', [first], correct)
    : null;
}

/**
 * The verdict over several crops of one line. `wrong` is said only when every crop reads the same, the answer
 * alone reads the same again, no likely reading is right and no single slip of the recogniser explains it.
 */
export function decide(crops: readonly (readonly Weighed[])[], answerAgain: readonly number[]): Decision {
  const mean = (verdict: Judgement['verdict']): number =>
    crops.reduce((sum, weighed) => sum + weightOf(weighed, verdict), 0) / crops.length;
  const [correct, wrong, unanswered] = [mean('correct'), mean('wrong'), mean('unanswered')];
  if (correct >= LEAST_CORRECT && correct > 2 * wrong) return toDecision('correct', crops, correct);
  if (unanswered >= LEAST_UNANSWERED) return toDecision('unanswered', crops, unanswered);
  if (wrong < LEAST_CORRECT) return toDecision('unreadable', crops, Math.max(correct, wrong, unanswered));
  const tops = crops.map((weighed) => weighed[0]);
  const agree = tops.every((top) => top && top.text === tops[0]?.text && top.weight >= LEAST_WRONG);
  const top = tops[0];
  const isSure =
    agree &&
    top?.judgement.verdict === 'wrong' &&
    answerAgain.length > 0 &&
    answerAgain.every((probability) => probability >= LEAST_ANSWER) &&
    crops.every((weighed) => weightOf(weighed, 'correct') < LARGEST_DOUBT) &&
    !isOneSlip(top.judgement.studentAnswer ?? '', top.judgement.expected ?? '');
  return toDecision(isSure ? 'wrong' : 'suspect', crops, wrong);
}

function toDecision(verdict: Verdict, crops: readonly (readonly Weighed[])[], confidence: number): Decision {
  const said = verdict === 'suspect' ? 'wrong' : verdict;
  const best = crops
    .flat()
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
