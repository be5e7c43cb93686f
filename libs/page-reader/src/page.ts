import type { Box, PageProblem } from '@wuhao/contracts';
import type { Detector } from './detector';
import { cornersOf, slice, type TextLine } from './geometry';
import { ItemReader, type ReadLine, withoutLabel } from './item-reader';
import { numberingOf } from './labels';
import type { PageItem, PageReading } from './page-reading';
import { openPicture, type Picture } from './picture';
import { inReadingOrder } from './reading-order';
import type { Models } from './models';
import type { Recogniser } from './recogniser';
import { isSideways, isUpsideDown } from './direction';
import { isBlurred } from './sharpness';
import { cutsBetween, gapBetween, join, toRows } from './rows';
import { NONE, TIGHT, type View } from './view';

/** What is loaded once per process. */
export type Engine = { models: Models; detector: Detector; recogniser: Recogniser };

/** A blurred picture of which less than this share could be judged is better taken again. */
const LEAST_JUDGED = 0.3;

/** Reads one page from its bytes. A page that cannot be graded says why, it does not throw. */
export async function readPage(
  bytes: Buffer,
  { models, detector, recogniser }: Engine,
): Promise<PageReading> {
  const picture = await openPicture(bytes);
  if (!picture) return { width: 0, height: 0, items: [], problem: 'picture_unreadable' };
  const { width, height } = picture;
  const nothing = (problem: PageProblem): PageReading => ({ width, height, items: [], problem });
  const boxes = await detector.find(picture.detection);
  if (isSideways(boxes)) return nothing('upside_down');
  const rows = toRows(boxes.filter(({ w, h }) => w > 0.4 * h));
  if (await isUpsideDown(models, picture.grey, rows)) return nothing('upside_down');
  const reader = new ItemReader(picture.grey, recogniser);
  const lines = withRoom(await joinAnswers(reader, await readRows(reader, rows)));
  for (const [i, read] of lines.entries())
    if (looksLikeItem(read.first)) lines[i] = await reader.withTail(read);
  const numbering = numberingOf(
    lines.map(({ first }) => ({
      text: first.readings[0]?.text ?? '',
      hasCircledLabel: first.hasCircledLabel,
    })),
  );
  if (numbering === 'circle') {
    for (const read of lines.filter(({ first }) => !first.hasCircledLabel && looksLikeItem(first)))
      read.first = await reader.look(read.line, TIGHT, { expectsLabel: true });
  }
  const items: PageItem[] = [];
  for (const line of inReadingOrder(lines.filter(({ first }) => looksLikeItem(first)))) {
    const { verdict, judgement, text, confidence } = await reader.decide(line, numbering);
    const { question, studentAnswer, expected } = judgement;
    const box = boxOf(withoutLabel(line, numbering), picture);
    items.push({ box, text, question, verdict, studentAnswer, expected, confidence });
  }
  const judged = items.filter(({ verdict }) => verdict === 'correct' || verdict === 'wrong');
  if (judged.length <= LEAST_JUDGED * items.length && isBlurred(picture.grey)) return nothing('blurred');
  return items.length > 0 ? { width, height, items, problem: null } : nothing('no_arithmetic');
}

type Read = { line: TextLine; first: View };

/** First readings of all rows; a row that holds two items becomes two lines. */
async function readRows(reader: ItemReader, rows: readonly TextLine[]): Promise<Read[]> {
  const lines: Read[] = [];
  for (const row of rows) {
    const first = await reader.look(row, TIGHT);
    const cuts = first.isRewritten ? [] : cutsBetween(first.signs, first.ink);
    if (cuts.length === 0) lines.push({ line: row, first });
    else {
      const edges = [0, ...cuts, 1].map((share) => share * first.region.w);
      for (const [i, from] of edges.slice(0, -1).entries()) {
        const line = slice(first.region, from, edges[i + 1]!);
        lines.push({ line, first: await reader.look(line, NONE) });
      }
    }
  }
  return lines;
}

/** An answer that stands far behind its `=` was found as a line of its own. */
async function joinAnswers(reader: ItemReader, lines: readonly Read[]): Promise<Read[]> {
  const textOf = ({ first }: Read): string => first.readings[0]?.text ?? '';
  const joined = new Set<Read>();
  const result: Read[] = [];
  for (const line of lines) {
    const answer = /=\??$/.test(textOf(line))
      ? lines.find((other) => {
          const gap = gapBetween(line.line, other.line);
          return /^[\d.…/%?-]{1,8}$/.test(textOf(other)) && gap > -0.5 * line.line.h && gap < 3 * line.line.h;
        })
      : undefined;
    if (!answer) continue;
    joined.add(line).add(answer);
    const whole = join(line.line, answer.line);
    result.push({ line: whole, first: await reader.look(whole, TIGHT) });
  }
  return [...lines.filter((line) => !joined.has(line)), ...result];
}

function withRoom(lines: readonly Read[]): ReadLine[] {
  return lines.map((read) => {
    const gaps = lines
      .filter((other) => other !== read && other.line.x > read.line.x)
      .map((other) => gapBetween(read.line, other.line));
    return { ...read, room: Math.max(0, Math.min(Infinity, ...gaps)) };
  });
}

/** Headings and names hold no sign of arithmetic between numbers. */
function looksLikeItem({ readings }: View): boolean {
  return readings
    .slice(0, 4)
    .some(({ text }) => /\d/.test(text) && /[=<>]|[\d)][+×÷\-/][\d(]/.test(text) && !/\?{4}/.test(text));
}

function boxOf(line: TextLine, { scale, width, height }: Picture): Box {
  const corners = cornersOf(line);
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * scale)));
  const xs = corners.map(({ x }) => within(x, width));
  const ys = corners.map(({ y }) => within(y, height));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(1, Math.max(...xs) - x), h: Math.max(1, Math.max(...ys) - y) };
}
