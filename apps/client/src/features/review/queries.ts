import { useQuery } from '@tanstack/react-query';
import { getTodayReview } from './api';

/** Read once a session: the cards do not change under the child's hands. */
export const useTodayReview = () =>
  useQuery({
    queryKey: ['today-review'],
    queryFn: ({ signal }) => getTodayReview(signal),
    staleTime: Infinity,
    gcTime: 0,
  });
