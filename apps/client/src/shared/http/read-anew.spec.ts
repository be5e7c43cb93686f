import { QueryObserver } from '@tanstack/react-query';
import { createQueryClient } from './query-client';
import { readAnew } from './read-anew';

it('reads again what is being read for the first time: its answer is from before the change', async () => {
  const client = createQueryClient();
  let answerFirst = (_: string): void => undefined;
  const ask = jest
    .fn<Promise<string>, []>()
    .mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)))
    .mockResolvedValue('after');
  const observer = new QueryObserver(client, { queryKey: ['home', 'me'], queryFn: () => ask() });
  const seen: unknown[] = [];
  const leave = observer.subscribe(({ data, error }) => seen.push(error ?? data));
  await Promise.resolve();

  const done = readAnew(client, ['home']);
  answerFirst('before');
  await done;
  leave();
  client.clear();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(observer.getCurrentResult().data).toBe('after');
  expect(new Set(seen)).toEqual(new Set([undefined, 'after']));
});
