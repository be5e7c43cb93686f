import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { Button } from './Button';
import { View } from './primitives';
import { ui } from './shared.zh';
import { Loaded, Problem } from './states';

interface Props<Item extends { id: string }> {
  of: Pick<
    UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>,
    | 'data'
    | 'error'
    | 'refetch'
    | 'hasNextPage'
    | 'fetchNextPage'
    | 'isFetchingNextPage'
    | 'isFetchNextPageError'
  >;
  /** Others are still loading what stands above; both come up together. */
  waits?: boolean;
  skeleton: ReactNode;
  empty: ReactNode;
  row: (item: Item) => ReactNode;
}

/** A list that grows by a page at a time, newest first. */
export const PagedRows = <Item extends { id: string }>({ of, waits, skeleton, empty, row }: Props<Item>) => (
  <Loaded of={waits ? { data: undefined, error: null, refetch: of.refetch } : of} skeleton={skeleton}>
    {({ pages }) => {
      const items = pages.flatMap((page) => page.items);
      if (items.length === 0) return empty;
      return (
        <View className="stack">
          <View className="card card-rows">
            {items.map((item) => (
              <Fragment key={item.id}>{row(item)}</Fragment>
            ))}
          </View>
          <Problem error={of.isFetchNextPageError ? of.error : null} />
          {of.hasNextPage && (
            <Button kind="text" busy={of.isFetchingNextPage} onPress={() => void of.fetchNextPage()}>
              {ui.more}
            </Button>
          )}
        </View>
      );
    }}
  </Loaded>
);
