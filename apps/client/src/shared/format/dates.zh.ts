import { calendarDaysUntil, daysUntil, momentOf, studyDayOf } from './dates';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const two = (n: number) => String(n).padStart(2, '0');

const monthAndDay = (at: Date, now: Date) => {
  const { year, month, day } = momentOf(at);
  return year === now.getFullYear() ? `${month}月${day}日` : `${year}年${month}月${day}日`;
};

/** When a card comes back: 今天, 明天, 周四, 11月30日. */
export const dueDay = (instant: string, now: Date): string => {
  const days = daysUntil(instant, now);
  const day = studyDayOf(new Date(instant));
  if (days <= 0) return '今天';
  if (days === 1) return '明天';
  if (days === 2) return '后天';
  if (days < 7) return WEEKDAYS[day.getDay()]!;
  return monthAndDay(day, now);
};

/** When something happened: 今天 19:05, 昨天 08:30, 11月3日. By the calendar, as a clock is read. */
export const pastTime = (instant: string, now: Date): string => {
  const at = new Date(instant);
  const { hour, minute } = momentOf(at);
  const days = calendarDaysUntil(instant, now);
  if (days === 0) return `今天 ${two(hour)}:${two(minute)}`;
  if (days === -1) return `昨天 ${two(hour)}:${two(minute)}`;
  return monthAndDay(at, now);
};

export const longDate = (at: Date): string => {
  const { month, day, weekday } = momentOf(at);
  return `${month}月${day}日 ${WEEKDAYS[weekday]}`;
};

export const greetingAt = (at: Date): string => {
  const { hour } = momentOf(at);
  if (hour < 4) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  if (hour < 18) return '下午好';
  return '晚上好';
};
