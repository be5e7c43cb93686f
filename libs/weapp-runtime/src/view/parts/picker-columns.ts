import { REGIONS } from './regions';

/** What a picker asks for, read from its attributes. */
export interface Asked {
  mode: string;
  value: unknown;
  range: unknown;
  rangeKey: string;
  start: string;
  end: string;
  fields: string;
  level: string;
  customItem: string;
  /** The day that a date picker without a value starts on, `2026-11-23`. */
  today: string;
}

export interface Column {
  labels: string[];
  chosen: number;
}

const FIRST_DATE = '1970-01-01';
const LAST_DATE = '2100-12-31';
const PARTS: Record<string, number> = { year: 1, month: 2, day: 3 };
const LEVELS: Record<string, number> = { province: 1, city: 2, region: 3 };

const two = (value: number): string => String(value).padStart(2, '0');
const numbers = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => two(from + index));
const columnOf = (labels: string[], label: string | undefined): Column => ({
  labels,
  chosen: Math.min(Math.max(0, labels.indexOf(label ?? '')), Math.max(0, labels.length - 1)),
});

const labelsOf = (list: unknown, key: string): string[] =>
  (Array.isArray(list) ? list : []).map((item: unknown) =>
    String(
      key !== '' && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item,
    ),
  );

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Units one after the other, each held within what `start` and `end` leave it while the units before it stand at their
 * edge: on the first day of the range the first hour is that of `start`, on the others it is 0.
 */
function bounded(
  asked: number[],
  start: number[],
  end: number[],
  whole: (index: number, before: number[]) => [number, number],
): Column[] {
  const isBefore = (a: number[], b: number[]): boolean => {
    const index = asked.findIndex((_, at) => a[at] !== b[at]);
    return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
  };
  const chosen = isBefore(asked, start) ? start : isBefore(end, asked) ? end : asked;
  const before: number[] = [];
  return asked.map((_, index) => {
    const [first, last] = whole(index, before);
    const atStart = before.every((value, at) => value === start[at]);
    const atEnd = before.every((value, at) => value === end[at]);
    const low = atStart ? Math.max(first, start[index] ?? first) : first;
    const high = atEnd ? Math.min(last, end[index] ?? last) : last;
    const value = Math.min(Math.max(chosen[index] ?? low, low), Math.max(low, high));
    before.push(value);
    return columnOf(numbers(low, high), two(value));
  });
}

const split = (text: string, by: string): number[] => text.split(by).map(Number);

function dateColumns({ value, start, end, fields, today }: Asked): Column[] {
  const given = split(/^\d{4}/.test(String(value)) ? String(value) : today, '-');
  const chosen = [given[0] ?? 1970, given[1] ?? 1, given[2] ?? 1].slice(0, PARTS[fields] ?? 3);
  const whole = (index: number, [year = 1970, month = 1]: number[]): [number, number] => {
    if (index === 0) return [0, 9999];
    return index === 1 ? [1, 12] : [1, daysIn(year, month)];
  };
  return bounded(chosen, split(start || FIRST_DATE, '-'), split(end || LAST_DATE, '-'), whole);
}

function timeColumns({ value, start, end }: Asked): Column[] {
  const [hour = 0, minute = 0] = /^\d/.test(String(value)) ? split(String(value), ':') : [];
  const whole = (index: number): [number, number] => (index === 0 ? [0, 23] : [0, 59]);
  return bounded([hour, minute], split(start || '00:00', ':'), split(end || '23:59', ':'), whole);
}

function regionColumns({ value, level, customItem }: Asked): Column[] {
  const asked = (Array.isArray(value) ? value : []) as string[];
  const columns: Column[] = [];
  let places = REGIONS;
  for (let depth = 0; depth < (LEVELS[level] ?? 3); depth++) {
    const names = places.map(({ name }) => name);
    const labels = customItem === '' ? names : [customItem, ...names];
    const column = columnOf(labels, asked[depth]);
    columns.push(column);
    places = places.find(({ name }) => name === labels[column.chosen])?.inside ?? [];
  }
  return columns;
}

export function toColumns(asked: Asked): Column[] {
  const { mode, value, range, rangeKey } = asked;
  if (mode === 'date') return dateColumns(asked);
  if (mode === 'time') return timeColumns(asked);
  if (mode === 'region') return regionColumns(asked);
  const lists = mode === 'multiSelector' ? ((range ?? []) as unknown[]) : [range];
  const chosen = (mode === 'multiSelector' ? value : [value]) as unknown[] | undefined;
  return lists.map((list, index) => {
    const labels = labelsOf(list, rangeKey);
    const last = Math.max(0, labels.length - 1);
    return { labels, chosen: Math.min(Math.max(0, Number(chosen?.[index] ?? 0) || 0), last) };
  });
}

/** What the app gets for what stands in the columns. */
export function toDetail(mode: string, columns: Column[]): Record<string, unknown> {
  const labels = columns.map((column) => column.labels[column.chosen] ?? '');
  if (mode === 'date') return { value: labels.join('-') };
  if (mode === 'time') return { value: labels.join(':') };
  if (mode === 'multiSelector') return { value: columns.map(({ chosen }) => chosen) };
  if (mode !== 'region') return { value: columns[0]?.chosen ?? 0 };
  const codes: string[] = [];
  let [places, postcode] = [REGIONS, ''];
  for (const label of labels) {
    const place = places.find(({ name }) => name === label);
    if (!place) break;
    codes.push(place.code);
    postcode = place.postcode ?? postcode;
    places = place.inside ?? [];
  }
  return { value: labels, code: codes, postcode };
}
