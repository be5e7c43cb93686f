import type { ReviewBody, ReviewResult, TodayReview } from '@wuhao/contracts';
import { http } from '../../shared/session/session';

export const getTodayReview = (signal?: AbortSignal): Promise<TodayReview> =>
  http.get('/mistakes/today-review', { signal });

/** The review's own id is its key: the same body sent again is the same review. The outbox repeats it. */
export const sendReview = (
  mistakeId: string,
  body: ReviewBody,
  signal?: AbortSignal,
): Promise<ReviewResult> =>
  http.post(`/mistakes/${mistakeId}/review`, body, { idempotencyKey: body.id, signal, retries: false });
