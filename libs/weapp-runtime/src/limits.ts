import type { PageFigures, Report } from './figures';

/** Past these a page is slow on a cheap phone; the platform itself begins to warn at some of them. */
export const LIMITS: Record<Exclude<keyof PageFigures, 'setDataCount' | 'setDataBytes'>, number> = {
  largestSetDataBytes: 64 * 1024,
  setDataPerSecond: 10,
  nodes: 1000,
  depth: 30,
  children: 60,
};

/** One line for each figure of a page that is past its limit. */
export function exceeded(report: Pick<Report, 'pages'>): string[] {
  return Object.entries(report.pages).flatMap(([path, figures]) =>
    Object.entries(LIMITS).flatMap(([name, limit]) => {
      const value = figures[name as keyof typeof LIMITS];
      return value > limit ? [`${path}: ${name} is ${value}, the limit is ${limit}`] : [];
    }),
  );
}
