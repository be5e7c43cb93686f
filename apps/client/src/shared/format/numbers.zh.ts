/** Numbers with their units: one place, so that a number reads alike on every page. */
export const numbers = {
  items: (n: number) => `${n} 题`,
  times: (n: number) => `${n} 次`,
  minutes: (n: number) => `${n} 分钟`,
  /** Never none: who was here has spent some time. */
  minutesSpent: (ms: number) => numbers.minutes(Math.max(1, Math.round(ms / 60_000))),
  percent: (part: number) => `${Math.round(part * 100)}%`,
} as const;

/** Between two facts in one line. */
export const BETWEEN = ' · ';
export const inOneLine = (...facts: string[]): string => facts.join(BETWEEN);
