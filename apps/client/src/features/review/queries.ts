import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useIsLost } from '../../shared/session/use-session';
import { getTodayReview } from './api';

export const TODAY_REVIEW = ['today-review'] as const;

/**
 * Read once a session: the cards do not change under the child's hands. What the device remembers is only for
 * when the server cannot be asked; otherwise it would bring back what was reviewed elsewhere.
 */
export const useTodayReview = () => {
  const isLost = useIsLost();
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    queryKey: TODAY_REVIEW,
    queryFn: ({ signal }) => getTodayReview(signal),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  // A session that has begun is not taken away when the server comes back.
  const hasBegun = useRef(false);
  if (data && (isFetchedAfterMount || isLost)) hasBegun.current = true;
  return { data: hasBegun.current ? data : undefined, error, refetch };
};
