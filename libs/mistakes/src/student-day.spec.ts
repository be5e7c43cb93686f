import fc from 'fast-check';
import { dayOf, startOf, type StudentDay } from './student-day';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const dayOn = (date: string): StudentDay => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

describe('the day of a student', () => {
  it.each([
    ['in the afternoon', 'Asia/Shanghai', '2026-11-23T15:00:00+08:00', '2026-11-23'],
    [
      'just before 04:00 it is still yesterday',
      'Asia/Shanghai',
      '2026-11-23T03:59:59.999+08:00',
      '2026-11-22',
    ],
    ['at 04:00 it is today', 'Asia/Shanghai', '2026-11-23T04:00:00+08:00', '2026-11-23'],
    ['on a new year’s morning', 'Asia/Shanghai', '2027-01-01T01:00:00+08:00', '2026-12-31'],
    ['far west', 'Pacific/Pago_Pago', '2026-11-23T04:00:00-11:00', '2026-11-23'],
    ['far east', 'Pacific/Kiritimati', '2026-11-23T03:59:00+14:00', '2026-11-22'],
    ['half an hour off', 'Asia/Kolkata', '2026-11-23T04:00:00+05:30', '2026-11-23'],
    ['the morning after clocks went forward', 'America/New_York', '2026-03-08T04:00:00-04:00', '2026-03-08'],
    ['the hour before that', 'America/New_York', '2026-03-08T03:30:00-04:00', '2026-03-07'],
    ['the morning after clocks went back', 'America/New_York', '2026-11-01T04:00:00-05:00', '2026-11-01'],
    ['the first 01:30 of that night', 'America/New_York', '2026-11-01T01:30:00-04:00', '2026-10-31'],
    ['the second 01:30 of that night', 'America/New_York', '2026-11-01T01:30:00-05:00', '2026-10-31'],
    ['the evening before Samoa skipped a date', 'Pacific/Apia', '2011-12-29T23:00:00-10:00', '2011-12-29'],
    ['the first night after it', 'Pacific/Apia', '2011-12-31T02:00:00+14:00', '2011-12-30'],
    ['the morning after it', 'Pacific/Apia', '2011-12-31T04:00:00+14:00', '2011-12-31'],
  ])('%s (%s, %s)', (_, timeZone, instant, date) => {
    expect(dayOf(new Date(instant), timeZone)).toBe(dayOn(date));
  });

  it.each([
    ['2026-11-23', 'Asia/Shanghai', '2026-11-22T20:00:00.000Z'],
    ['2026-03-07', 'America/New_York', '2026-03-07T09:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T08:00:00.000Z'],
    ['2026-10-31', 'America/New_York', '2026-10-31T08:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T09:00:00.000Z'],
    // Here clocks go back at 04:00 itself, so the hour before it comes twice.
    ['2026-10-25', 'Europe/Helsinki', '2026-10-25T02:00:00.000Z'],
    // Here 04:00 was jumped over …
    ['2015-03-29', 'Asia/Baku', '2015-03-29T00:00:00.000Z'],
    // … and here it came twice: the day begins at the first.
    ['2015-10-25', 'Asia/Baku', '2015-10-24T23:00:00.000Z'],
    // This date never was: its "day" is the night until 04:00 of the next.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T14:00:00.000Z'],
  ])('begins on %s in %s at %s', (date, timeZone, start) => {
    expect(startOf(dayOn(date), timeZone).toISOString()).toBe(start);
  });

  it.each([
    ['2026-03-07', 'America/New_York', 23],
    ['2026-10-31', 'America/New_York', 25],
    ['2026-11-23', 'America/New_York', 24],
    ['2011-12-30', 'Pacific/Apia', 4],
  ])('that begins on %s in %s lasts %d hours', (date, timeZone, hours) => {
    const length = startOf(dayOn(date) + 1, timeZone).getTime() - startOf(dayOn(date), timeZone).getTime();
    expect(length).toBe(hours * HOUR_MS);
  });

  const zones = fc.constantFrom(
    ...Intl.supportedValuesOf('timeZone'),
    'Asia/Shanghai',
    'America/New_York',
    'Pacific/Apia',
    'Asia/Baku',
  );
  const instants = fc.date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2060-01-01T00:00:00Z'),
    noInvalidDate: true,
  });

  it('holds every instant of every zone between its start and the next', () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, instant) => {
        const day = dayOf(instant, timeZone);
        expect(startOf(day, timeZone).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(startOf(day + 1, timeZone).getTime()).toBeGreaterThan(instant.getTime());
        expect(dayOf(startOf(day, timeZone), timeZone)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the wall clock four hours earlier, but where clocks change within them', () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, instant) => {
        const wall = new Intl.DateTimeFormat('en-CA', {
          timeZone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          hourCycle: 'h23',
        });
        const part = (name: string, of: Date) =>
          wall.formatToParts(of).find(({ type }) => type === name)!.value;
        const date = dayOn(['year', 'month', 'day'].map((name) => part(name, instant)).join('-'));
        const hour = Number(part('hour', instant));
        const earlier = new Date(instant.getTime() - 6 * HOUR_MS);
        fc.pre((hour - Number(part('hour', earlier)) + 24) % 24 === 6);
        expect(dayOf(instant, timeZone)).toBe(hour < 4 ? date - 1 : date);
      }),
      { numRuns: 500 },
    );
  });
});
