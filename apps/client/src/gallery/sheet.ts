import type { Box, ItemView, Picture } from '@wuhao/contracts';
import type { Verdict } from '@wuhao/contracts/enums';
import { gallery } from './gallery.zh';

const WIDTH = 1200;
const HEIGHT = 900;

const LINES: [question: string, answer: string, verdict: Verdict][] = [
  ['36+27=', '63', 'correct'],
  ['84-39=', '55', 'wrong'],
  ['28+46=', '74', 'suspect'],
  ['39+25=', '', 'unanswered'],
  ['8×3=', '24', 'unreadable'],
  ['17÷5=', '3……2', 'correct'],
  ['6×7=', '48', 'wrong'],
  ['91-45=', '46', 'correct'],
];

const placeOf = (index: number) => ({ x: index % 2 ? 660 : 120, y: 210 + Math.floor(index / 2) * 150 });

const drawing = ({ x, y, w, h }: Box): string => {
  const lines = LINES.map(([question, answer], index) => {
    const { x, y } = placeOf(index);
    return `<text x="${x}" y="${y + 56}" font-size="54">${question}${answer}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="ivory"/><g fill="dimgray" font-family="serif">`,
    `<text x="600" y="120" font-size="58" text-anchor="middle">${gallery.sheetHead}</text>${lines.join('')}</g></svg>`,
  ].join('');
};

/** What a server would cut out is drawn here: the rest of the address is a fragment, which changes nothing. */
export const partOfSheet = (part: Box): Picture => {
  const url = `data:image/svg+xml,${encodeURIComponent(drawing(part))}#`;
  return { id: 'sheet', url, thumbnailUrl: url, width: WIDTH, height: HEIGHT };
};
export const picture = partOfSheet({ x: 0, y: 0, w: WIDTH, h: HEIGHT });

export const items: ItemView[] = LINES.map(([question, answer, verdict], index) => ({
  id: `item-${index}`,
  page: 1,
  box: { ...placeOf(index), w: answer ? 340 : 260, h: 80 },
  text: question + answer,
  question,
  verdict,
  studentAnswer: answer || null,
  expected: null,
  confidence: 0.97,
  cause: null,
  correction: { tries: index === 6 ? 1 : 0, corrected: index === 6 },
  mistakeId: null,
}));
