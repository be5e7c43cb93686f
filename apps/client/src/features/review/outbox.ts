import type { HomeView, ReviewBody, ReviewResult, TodayReview } from '@wuhao/contracts';
import { queryClient } from '../../shared/http/query-client';
import { readAnew } from '../../shared/http/read-anew';
import { uuidv7 } from '../../shared/http/uuidv7';
import { outbox, useOutbox } from '../../shared/outbox/outbox';
import { withoutCard, withRatings, type RatedCard } from './with-ratings';
import { sendReview } from './api';
import { TODAY_REVIEW } from './queries';
import { review } from './review.zh';

const KIND = 'review';

interface Payload {
  mistakeId: string;
  review: Omit<ReviewBody, 'id'>;
}

const DAY_MS = 24 * 3600 * 1000;

/**
 * Older versions kept times that the server refuses. No other is touched: it may have the review already, and the same
 * id with another body is a conflict.
 */
const acceptable = ({ timeSpentMs, ...rest }: Payload['review']): Payload['review'] => ({
  ...rest,
  timeSpentMs: timeSpentMs && Math.max(0, Math.min(timeSpentMs, DAY_MS)),
});

const toRatedCard = ({ mistakeId, review: { reviewedAt } }: Payload): RatedCard => ({
  mistakeId,
  reviewedAt,
});

/** What the device remembers may be all there is tonight, and a card that comes twice would be counted twice. */
const takeFromToday = (mistakeId: string): void => {
  queryClient.setQueryData<TodayReview>(TODAY_REVIEW, (today) => today && withoutCard(today, mistakeId));
  // The answer to this read may be from before the rating.
  if (queryClient.isFetching({ queryKey: TODAY_REVIEW }) > 0) void readAnew(queryClient, TODAY_REVIEW);
};

outbox.register<Payload, ReviewResult>(KIND, {
  lane: 'review',
  // The entry's id is the review's own: sent twice, it is one review.
  send: async ({ id, payload }, { signal }) => {
    const result = await sendReview(payload.mistakeId, { id, ...acceptable(payload.review) }, signal);
    // Home loads anew soon; until then its figures must not fall back to those of before.
    queryClient.setQueriesData<HomeView>(
      { queryKey: ['home'] },
      (view) => view && withRatings(view, [toRatedCard(payload)], new Date()),
    );
    takeFromToday(payload.mistakeId);
    return result;
  },
  changes: () => [['mistakes'], ['home']],
  describe: ({ review: { rating } }) => review.rating(rating),
});

/** Counts from this moment, also when it reaches the server days later. */
export const rateCard = (mistakeId: string, of: Omit<ReviewBody, 'id' | 'reviewedAt'>): void => {
  const now = Date.now();
  const payload: Payload = { mistakeId, review: { ...of, reviewedAt: new Date(now).toISOString() } };
  outbox.add(KIND, payload, uuidv7(now));
};

const waitingPayloads = (): Payload[] =>
  outbox
    .state()
    .waiting.filter(({ kind }) => kind === KIND)
    .map(({ payload }) => payload as Payload);

/** Rated on this device, while the server does not know it yet. */
export const waitsRated = (mistakeId: string): boolean =>
  waitingPayloads().some((payload) => payload.mistakeId === mistakeId);

export const useWaitingRatings = (): RatedCard[] => {
  useOutbox(); // what waits is read anew when it changes
  return waitingPayloads().map(toRatedCard);
};
