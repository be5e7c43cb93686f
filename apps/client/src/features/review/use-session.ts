import type { ReviewCard } from '@wuhao/contracts';
import type { Rating } from '@wuhao/contracts/enums';
import { useRef, useState } from 'react';
import { rateCard } from './outbox';

export interface Rated {
  rating: Rating;
  dueAt: string;
  timeSpentMs: number;
}

/** More is not thinking but a page left open; less than nothing is a clock that was set back. */
const MOST_THOUGHT_MS = 10 * 60_000;
const thoughtMs = (passedMs: number): number => Math.max(0, Math.min(passedMs, MOST_THOUGHT_MS));

/** Walks through tonight's cards. A rating goes into the outbox, so that no network holds the child up. */
export const useReviewSession = (cards: ReviewCard[]) => {
  const [rated, setRated] = useState<Rated[]>([]);
  const shownAt = useRef(Date.now());
  /** A second tap comes before the next card is drawn, and means the one before. */
  const done = useRef(new Set<string>());

  const at = rated.length;
  const card = cards[at];
  const rate = (rating: Rating, studentAnswer: string) => {
    if (!card || done.current.has(card.id)) return;
    done.current.add(card.id);
    const timeSpentMs = thoughtMs(Date.now() - shownAt.current);
    rateCard(card.id, { rating, studentAnswer: studentAnswer.trim() || undefined, timeSpentMs });
    shownAt.current = Date.now();
    setRated((before) => [...before, { rating, dueAt: card.nextDue[rating], timeSpentMs }]);
  };
  return { card, at, rated, rate };
};
