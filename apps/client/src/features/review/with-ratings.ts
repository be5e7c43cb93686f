import type { HomeView } from '@wuhao/contracts';
import { daysUntil } from '../../shared/format/dates';

export interface RatedCard {
  mistakeId: string;
  reviewedAt: string;
}

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
      // Whole minutes, rounded up, as the server does.
      minutes: left === 0 ? 0 : Math.ceil((minutes * left) / due),
      reviewed: reviewed + ratedToday,
    },
    week: { ...view.week, reviews: view.week.reviews + ratings.length },
  };
};
