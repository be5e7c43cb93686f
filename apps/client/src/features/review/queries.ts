import { useQuery } from '@tanstack/react-query';
import { getTodayReview } from './api';

/**
 * Read once a session: the cards do not change under the child's hands. What the device remembers is only for
 * when the server cannot be asked; otherwise it would bring back what was reviewed elsewhere.
 */
export const useTodayReview = () => {
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    queryKey: ['today-review'],
    queryFn: ({ signal }) => getTodayReview(signal),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return { data: isFetchedAfterMount ? data : undefined, error, refetch };
};
