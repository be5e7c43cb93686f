// Without Intl: the mini-program's engines have different ideas of it.

const DAY_MS = 24 * 3600 * 1000;
/** A student's day ends at 04:00: what is due then still belongs to the evening before. */
const DAY_STARTS_AT_MS = 4 * 3600 * 1000;

/** Local midnight of the student's day that this moment lies in. */
export const studyDayOf = (at: Date): Date => {
  const shifted = new Date(at.getTime() - DAY_STARTS_AT_MS);
  return new Date(shifted.getFullYear(), shifted.getMonth(), shifted.getDate());
};

/** Whole days from the student's today: 0 today, 1 tomorrow; what is overdue is negative. */
export const daysUntil = (instant: string, now: Date): number =>
  // Rounded, because a day with a clock change has 23 or 25 hours.
  Math.round((studyDayOf(new Date(instant)).getTime() - studyDayOf(now).getTime()) / DAY_MS);

export interface Moment {
  year: number;
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
  hour: number;
  minute: number;
}

export const momentOf = (at: Date): Moment => ({
  year: at.getFullYear(),
  month: at.getMonth() + 1,
  day: at.getDate(),
  weekday: at.getDay(),
  hour: at.getHours(),
  minute: at.getMinutes(),
});
