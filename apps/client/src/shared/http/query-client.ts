import { QueryClient } from '@tanstack/react-query';

/** Reads are repeated by the http module where that can help; writes only when the child taps again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What was read is shown again until it is forgotten; cache/ keeps it within bounds.
        gcTime: 12 * 3_600_000,
        retry: false,
        // The device's own idea of being online is often wrong: try and see.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export const queryClient = createQueryClient();
