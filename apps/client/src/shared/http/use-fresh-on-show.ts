import type { UseQueryResult } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';

/** Tab pages stay mounted behind others: what grew old meanwhile is read again when they come to the front. */
export const useFreshOnShow = (query: Pick<UseQueryResult, 'isStale' | 'refetch'>): void => {
  useDidShow(() => {
    if (query.isStale) void query.refetch({ cancelRefetch: false });
  });
};
