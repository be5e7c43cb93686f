import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

const MAX_REPETITIONS = 2;

/** Reads repeat themselves when that can help; writes only when the child taps again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) =>
          failures < MAX_REPETITIONS && error instanceof ApiError && error.isPassing,
        retryDelay: (failures) => 400 * 2 ** failures * (0.75 + Math.random() / 2),
        // The device's own idea of being online is often wrong: try and see.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export const queryClient = createQueryClient();
