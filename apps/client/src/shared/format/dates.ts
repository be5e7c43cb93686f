// Without Intl: the mini-program's engines have different ideas of it.

const DAY_MS = 24 * 3600 * 1000;
/** A student's day ends at 04:00: what is due then still belongs to the evening before. */
const DAY_STARTS_AT_MS = 4 * 3600 * 1000;

const midnightOf = (at: Date): Date => new Date(at.getFullYear(), at.getMonth(), at.getDate());

/** Local midnight of the student's day that this moment lies in. */
export const studyDayOf = (at: Date): Date => midnightOf(new Date(at.getTime() - DAY_STARTS_AT_MS));

const daysBetween = (from: Date, to: Date): number =>
  // Rounded, because a day with a clock change has 23 or 25 hours.
  Math.round((to.getTime() - from.getTime()) / DAY_MS);

/** Whole days from the student's today: 0 today, 1 tomorrow; what is overdue is negative. */
export const daysUntil = (instant: string, now: Date): number =>
  daysBetween(studyDayOf(now), studyDayOf(new Date(instant)));

/** Whole days from today as the calendar has it. */
export const calendarDaysUntil = (instant: string, now: Date): number =>
  daysBetween(midnightOf(now), midnightOf(new Date(instant)));

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
