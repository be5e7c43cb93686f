import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exceeded, type Limited, type Report } from '@wuhao/weapp-runtime';

export interface Limit {
  /** What to go for. */
  goal: number;
  /** What no page may go past. */
  floor: number;
}

const file = path.resolve(import.meta.dirname, '../../budget.json');
/** Of a page of the mini-program. Past the floors it is slow on a cheap phone; the platform itself warns at some of them. */
export const PAGE_LIMITS = (JSON.parse(readFileSync(file, 'utf8')) as { weappPage: Record<Limited, Limit> })
  .weappPage;

const FLOORS = Object.fromEntries(
  Object.entries(PAGE_LIMITS).map(([name, { floor }]) => [name, floor]),
) as Record<Limited, number>;

export const overFloor = (report: Pick<Report, 'pages'>): string[] => exceeded(report, FLOORS);
