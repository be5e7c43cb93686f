import type { HomeView, TodayReview } from '@wuhao/contracts';
import { daysUntil } from '../../shared/format/dates';

export interface RatedCard {
  mistakeId: string;
  reviewedAt: string;
}

/** Whole minutes, rounded up, as the server does. */
const minutesOf = (left: number, { minutes, cards }: { minutes: number; cards: number }): number =>
  left === 0 ? 0 : Math.ceil((minutes * left) / cards);

/** What home shows once the server knows these ratings too, as far as this device can tell. */
export const withRatings = (view: HomeView, ratings: RatedCard[], now: Date): HomeView => {
  const { due, minutes, reviewed } = view.today;
  const cards = new Set(ratings.map(({ mistakeId }) => mistakeId)).size;
  const left = Math.max(0, due - cards);
  const ratedToday = ratings.filter(({ reviewedAt }) => daysUntil(reviewedAt, now) >= 0).length;
  return {
    ...view,
    today: {
      due: left,
      minutes: minutesOf(left, { minutes, cards: due }),
      reviewed: reviewed + ratedToday,
    },
    week: { ...view.week, reviews: view.week.reviews + ratings.length },
  };
};

/** Tonight's cards once the server has taken a rating of one of them. */
export const withoutCard = (today: TodayReview, mistakeId: string): TodayReview => {
  const items = today.items.filter(({ id }) => id !== mistakeId);
  return {
    items,
    total: today.total - (today.items.length - items.length),
    minutes: minutesOf(items.length, { minutes: today.minutes, cards: today.items.length }),
  };
};
