import type { Box } from '@wuhao/contracts';
import type { Detector } from './detector';
import { cornersOf, type TextLine } from './geometry';
import { ItemReader, type ReadLine, withoutLabel } from './item-reader';
import { numberingOf } from './labels';
import type { PageItem, PageReading } from './page-reading';
import { openPicture, type Picture } from './picture';
import type { Recogniser } from './recogniser';
import { toRows } from './rows';

/** Reads one page from its bytes. A page that cannot be graded says why, it does not throw. */
export async function readPage(
  bytes: Buffer,
  detector: Detector,
  recogniser: Recogniser,
): Promise<PageReading> {
  const picture = await openPicture(bytes);
  if (!picture) return { width: 0, height: 0, items: [], problem: 'picture_unreadable' };
  const { width, height } = picture;
  const rows = toRows(await detector.find(picture.detection));
  const reader = new ItemReader(picture.grey, recogniser);
  const lines: ReadLine[] = [];
  for (const row of rows) lines.push(await reader.readFirst(row));
  const numbering = numberingOf(
    lines.map(({ first }) => ({
      text: first.readings[0]?.text ?? '',
      hasCircledLabel: first.hasCircledLabel,
    })),
  );
  const items: PageItem[] = [];
  for (const line of lines.filter(looksLikeItem)) {
    const { verdict, judgement, text, confidence } = await reader.decide(line, numbering);
    const { question, studentAnswer, expected } = judgement;
    const box = boxOf(withoutLabel(line, numbering), picture);
    items.push({ box, text, question, verdict, studentAnswer, expected, confidence });
  }
  return { width, height, items, problem: items.length > 0 ? null : 'no_arithmetic' };
}

/** Headings and names hold no sign of arithmetic between numbers. */
function looksLikeItem({ first }: ReadLine): boolean {
  return first.readings
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
