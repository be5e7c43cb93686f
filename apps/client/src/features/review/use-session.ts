import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReviewBody, ReviewCard, ReviewResult } from '@wuhao/contracts';
import type { Rating } from '@wuhao/contracts/enums';
import { useRef, useState } from 'react';
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
  const [rated, setRated] = useState<Rated[]>([]);
  const shownAt = useRef(Date.now());

  const saving = useMutation<ReviewResult, unknown, Sending>({
    mutationFn: ({ mistakeId, body }) => sendReview(mistakeId, body),
    onSuccess: ({ dueAt }, { body }) => {
      setRated((before) => [...before, { rating: body.rating, dueAt, timeSpentMs: body.timeSpentMs ?? 0 }]);
      shownAt.current = Date.now();
      void client.invalidateQueries({ queryKey: ['mistakes'] });
      void client.invalidateQueries({ queryKey: ['home'] });
    },
  });

  const card = cards[rated.length];
  const rate = (rating: Rating, studentAnswer: string) => {
    if (!card || saving.isPending) return;
    const now = Date.now();
    saving.mutate({
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
    if (saving.variables) saving.mutate(saving.variables);
  };
  return { card, rated, rate, sendAgain, isSaving: saving.isPending, error: saving.error };
};
