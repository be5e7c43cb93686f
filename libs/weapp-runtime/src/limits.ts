import type { PageFigures, Report } from './figures';

export type Limited = Extract<
  keyof PageFigures,
  'largestSetDataBytes' | 'setDataPerSecond' | 'nodes' | 'depth' | 'children'
>;

export interface Limit {
  /** What to go for. */
  goal: number;
  /** What no page may go past. */
  floor: number;
}

/** Past the floors a page is slow on a cheap phone; the platform itself begins to warn at some of them. */
export const LIMITS: Record<Limited, Limit> = {
  largestSetDataBytes: { goal: 16 * 1024, floor: 64 * 1024 },
  setDataPerSecond: { goal: 5, floor: 10 },
  nodes: { goal: 500, floor: 1000 },
  depth: { goal: 20, floor: 30 },
  children: { goal: 40, floor: 60 },
};

/** One line for each figure of a page that is past its floor. */
export function exceeded(report: Pick<Report, 'pages'>): string[] {
  return Object.entries(report.pages).flatMap(([path, figures]) =>
    Object.entries(LIMITS).flatMap(([name, { floor }]) => {
      const value = figures[name as Limited];
      return value > floor ? [`${path}: ${name} is ${value}, the limit is ${floor}`] : [];
    }),
  );
}
