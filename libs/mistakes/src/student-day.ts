/**
 * A day of a student: the calendar date on which it began in the student's time zone, counted in days since
 * 1970-01-01. It begins at 04:00 local time, so that a late evening belongs to the day that is ending.
 */
export type StudentDay = number;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY_STARTS_AT_MS = 4 * HOUR_MS;
/** No zone was ever further from UTC, and none changes its offset twice within twice this time. */
const FURTHEST_OFFSET_MS = 16 * HOUR_MS;

/** The day that holds this instant. */
export function dayOf(instant: Date, timeZone: string): StudentDay {
  const ms = instant.getTime();
  // Taken as UTC the wall clock is a day off at most; the starts around it decide.
  let day = Math.floor((ms - DAY_STARTS_AT_MS) / DAY_MS);
  if (start(day + 1, timeZone).ms <= ms) day += 1;
  else if (start(day, timeZone).ms > ms) day -= 1;
  return day;
}

/** The instant at which the day begins. It ends where the next one begins. */
export const startOf = (day: StudentDay, timeZone: string): Date => new Date(start(day, timeZone).ms);

/** The same as it goes over the wire. */
export const startIsoOf = (day: StudentDay, timeZone: string): string => start(day, timeZone).iso;

type Start = { ms: number; iso: string };
/** Starts that were worked out before: asking Intl costs more than all the rest of a review card. */
const known = new Map<string, Map<StudentDay, Start>>();
const KNOWN_PER_ZONE = 2000;

function start(day: StudentDay, timeZone: string): Start {
  let starts = known.get(timeZone);
  if (!starts) known.set(timeZone, (starts = new Map()));
  let found = starts.get(day);
  if (!found) {
    if (starts.size >= KNOWN_PER_ZONE) starts.clear();
    const ms = firstReaching(day * DAY_MS + DAY_STARTS_AT_MS, timeZone);
    starts.set(day, (found = { ms, iso: new Date(ms).toISOString() }));
  }
  return found;
}

/** The first instant at which clocks in the zone show `wallMs` or more (where they jump over it: the jump). */
function firstReaching(wallMs: number, timeZone: string): number {
  let before = wallMs - FURTHEST_OFFSET_MS;
  let after = wallMs + FURTHEST_OFFSET_MS;
  const offsetBefore = offsetMs(before, timeZone);
  const offsetAfter = offsetMs(after, timeZone);
  if (offsetBefore === offsetAfter) return wallMs - offsetBefore;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetMs(middle, timeZone) === offsetBefore) before = middle;
    else after = middle;
  }
  const change = after;
  const reachedBefore = wallMs - offsetBefore;
  return reachedBefore < change ? reachedBefore : Math.max(change, wallMs - offsetAfter);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far clocks in the zone are ahead of UTC, from `GMT`, `GMT+08:00` or `GMT+08:05:43`. */
function offsetMs(ms: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name) ?? [];
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}
