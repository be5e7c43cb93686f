import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * What is on the screen is read again, also what is being read for the first time right now: by itself the library
 * would leave that under way, and its answer may be from before the change.
 */
export const readAnew = async (client: QueryClient, queryKey: QueryKey): Promise<void> => {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
};
