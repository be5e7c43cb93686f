import { useQuery } from '@tanstack/react-query';
import { isUnderWay } from '../homework/status';
import { getHome } from './api';

const POLL_MS = 3_000;

export const homeKey = (studentId?: string) => ['home', studentId ?? 'me'] as const;

export const useHome = (of: { studentId?: string }, enabled = true) =>
  useQuery({
    queryKey: homeKey(of.studentId),
    queryFn: ({ signal }) => getHome(of, signal),
    enabled,
    // The promise of the progress page: when it is graded, home has it.
    refetchInterval: ({ state }) => {
      const last = state.data?.lastHomework;
      return last && isUnderWay(last.status) ? POLL_MS : false;
    },
  });
