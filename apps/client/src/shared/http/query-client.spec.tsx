import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { answer, forget, ok, seenOf } from '../../testing/fake-server';
import { http } from '../session/session';
import { createQueryClient } from './query-client';

const Count = () => {
  const { data } = useQuery({
    queryKey: ['count'],
    queryFn: ({ signal }) => http.get<{ total: number }>('/mistakes/statistics', { signal }),
  });
  return <div>{data ? `总数 ${data.total}` : ''}</div>;
};

beforeEach(forget);

it('asks once for what several places read at the same time', async () => {
  answer('GET /mistakes/statistics', ok({ total: 24 }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Count />
      <Count />
      <Count />
    </QueryClientProvider>,
  );
  expect(await screen.findAllByText('总数 24')).toHaveLength(3);
  expect(seenOf('GET /mistakes/statistics')).toHaveLength(1);
});

it('breaks off a read when the last place that shows it is left', async () => {
  let signal: AbortSignal | undefined;
  const Slow = () => {
    useQuery({
      queryKey: ['slow'],
      queryFn: (of) => {
        signal = of.signal;
        return http.get('/mistakes/statistics', { signal });
      },
    });
    return null;
  };
  answer('GET /mistakes/statistics', () => new Promise(() => undefined));
  const { unmount } = render(
    <QueryClientProvider client={createQueryClient()}>
      <Slow />
    </QueryClientProvider>,
  );
  await Promise.resolve();
  expect(signal?.aborted).toBe(false);
  unmount();
  expect(signal?.aborted).toBe(true);
});
