import type { PageFigures, Report } from './figures';

/** Figures of a page that can be too large; the others only add up. */
export type Limited = Extract<
  keyof PageFigures,
  'largestSetDataBytes' | 'setDataPerSecond' | 'nodes' | 'depth' | 'children'
>;

/** One line for each figure of a page that is past what the app allows itself. */
export function exceeded(report: Pick<Report, 'pages'>, most: Record<Limited, number>): string[] {
  return Object.entries(report.pages).flatMap(([path, figures]) =>
    Object.entries(most).flatMap(([name, limit]) => {
      const value = figures[name as Limited];
      return value > limit ? [`${path}: ${name} is ${value}, the limit is ${limit}`] : [];
    }),
  );
}
