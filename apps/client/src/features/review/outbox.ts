import type { ReviewBody, ReviewResult } from '@wuhao/contracts';
import { uuidv7 } from '../../shared/http/uuidv7';
import { outbox } from '../../shared/outbox/outbox';
import { sendReview } from './api';
import { review } from './review.zh';

const KIND = 'review';

interface Payload {
  mistakeId: string;
  review: Omit<ReviewBody, 'id'>;
}

outbox.register<Payload, ReviewResult>(KIND, {
  lane: 'review',
  // The entry's id is the review's own: sent twice, it is one review.
  send: ({ id, payload }, { signal }) => sendReview(payload.mistakeId, { id, ...payload.review }, signal),
  changes: () => [['mistakes'], ['home']],
  describe: ({ review: { rating } }) => review.rating(rating),
});

/** Counts from this moment, also when it reaches the server days later. */
export const rateCard = (mistakeId: string, of: Omit<ReviewBody, 'id' | 'reviewedAt'>): void => {
  const now = Date.now();
  const payload: Payload = { mistakeId, review: { ...of, reviewedAt: new Date(now).toISOString() } };
  outbox.add(KIND, payload, uuidv7(now));
};

/** Rated on this device, while the server does not know it yet. */
export const waitsRated = (mistakeId: string): boolean =>
  outbox
    .state()
    .waiting.some(({ kind, payload }) => kind === KIND && (payload as Payload).mistakeId === mistakeId);
