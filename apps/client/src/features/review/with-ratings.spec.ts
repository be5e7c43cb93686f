import { card, home } from '../../testing/views';
import { withoutCard, withRatings } from './with-ratings';

const NOW = new Date(2026, 10, 23, 20, 0);
const tonight = new Date(2026, 10, 23, 19, 50).toISOString();
const lastNight = new Date(2026, 10, 22, 21, 0).toISOString();
const rated = (mistakeId: string, reviewedAt = tonight) => ({ mistakeId, reviewedAt });
const today = (due: number, minutes: number, reviewed: number) => ({ due, minutes, reviewed });

// Home has 6 cards for tonight, about 8 minutes, none reviewed yet, 23 reviews this week.
it.each([
  ['none', [], today(6, 8, 0), 23],
  ['three of six', [rated('a'), rated('b'), rated('c')], today(3, 4, 3), 26],
  ['one card twice: it is one card less, and two reviews', [rated('a'), rated('a')], today(5, 7, 2), 25],
  ['all of them', [...'abcdef'].map((id) => rated(id)), today(0, 0, 6), 29],
  ['more than the server had counted', [...'abcdefgh'].map((id) => rated(id)), today(0, 0, 8), 31],
  ['one of last night, which is no review of today', [rated('a', lastNight)], today(5, 7, 0), 24],
])('counts ratings that the server does not know: %s', (_, ratings, expected, reviews) => {
  const view = withRatings(home(), ratings, NOW);
  expect(view.today).toEqual(expected);
  expect(view.week).toEqual({ ...home().week, reviews });
  expect(view.lastHomework).toEqual({ ...home().lastHomework, createdAt: expect.any(String) });
});

it('leaves an evening without cards as it is', () => {
  const nothing = home({ today: today(0, 0, 4) });
  expect(withRatings(nothing, [rated('a')], NOW).today).toEqual(today(0, 0, 5));
});

it('counts a late evening as of the day that is ending, as the server does', () => {
  const afterMidnight = new Date(2026, 10, 24, 0, 30);
  expect(withRatings(home(), [rated('a')], afterMidnight).today.reviewed).toBe(1);
  const morning = new Date(2026, 10, 24, 4, 0);
  expect(withRatings(home(), [rated('a')], morning).today.reviewed).toBe(0);
});

it.each([
  ['one of them', 'b', ['a', 'c'], 11, 4],
  ['one that is not among them', 'z', ['a', 'b', 'c'], 12, 5],
])('takes a card that was rated from those of tonight: %s', (_, rated, ids, total, minutes) => {
  const items = [...'abc'].map((id) => card({ id }));
  const left = withoutCard({ items, total: 12, minutes: 5 }, rated);
  expect(left.items.map(({ id }) => id)).toEqual(ids);
  expect(left).toMatchObject({ total, minutes });
});

it('leaves no minutes to an evening whose last card was rated', () => {
  const left = withoutCard({ items: [card({ id: 'a' })], total: 1, minutes: 2 }, 'a');
  expect(left).toEqual({ items: [], total: 0, minutes: 0 });
});
