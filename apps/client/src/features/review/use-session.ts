import { useQueryClient } from '@tanstack/react-query';
import type { ReviewBody, ReviewCard, ReviewResult } from '@wuhao/contracts';
import type { Rating } from '@wuhao/contracts/enums';
import { useRef, useState } from 'react';
import { useAction } from '../../shared/http/use-action';
import { uuidv7 } from '../../shared/http/uuidv7';
import { sendReview } from './api';

export interface Rated {
  rating: Rating;
  dueAt: string;
  timeSpentMs: number;
}

interface Sending {
  mistakeId: string;
  body: ReviewBody;
}

/** Walks through tonight's cards. A rating that could not be saved waits, unchanged, to be sent again. */
export const useReviewSession = (cards: ReviewCard[]) => {
  const client = useQueryClient();
  const [at, setAt] = useState(0);
  const [rated, setRated] = useState<Rated[]>([]);
  const shownAt = useRef(Date.now());
  const goOn = () => {
    shownAt.current = Date.now();
    setAt((before) => before + 1);
  };

  const saving = useAction<ReviewResult, Sending>({
    mutationFn: ({ mistakeId, body }) => sendReview(mistakeId, body),
    onSuccess: ({ dueAt }, { body }) => {
      setRated((before) => [...before, { rating: body.rating, dueAt, timeSpentMs: body.timeSpentMs ?? 0 }]);
      goOn();
      void client.invalidateQueries({ queryKey: ['mistakes'] });
      void client.invalidateQueries({ queryKey: ['home'] });
    },
  });

  const card = cards[at];
  const rate = (rating: Rating, studentAnswer: string) => {
    if (!card) return;
    const now = Date.now();
    saving.run({
      mistakeId: card.id,
      body: {
        id: uuidv7(now),
        rating,
        reviewedAt: new Date(now).toISOString(),
        studentAnswer: studentAnswer.trim() || undefined,
        timeSpentMs: now - shownAt.current,
      },
    });
  };
  const sendAgain = () => {
    if (saving.wish) saving.run(saving.wish);
  };
  const isOfThisCard = saving.wish?.mistakeId === card?.id;
  return {
    card,
    at,
    rated,
    rate,
    sendAgain,
    skip: goOn,
    isSaving: saving.isBusy,
    error: isOfThisCard && !saving.isBusy ? saving.error : null,
  };
};
