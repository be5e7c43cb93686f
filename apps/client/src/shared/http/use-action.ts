import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * A write that somebody starts by a tap. A second tap while it is under way is the same wish and does
 * nothing: the screen learns of `isPending` a moment too late to hold back a quick finger.
 */
export const useAction = <Result, Wish = void>(options: UseMutationOptions<Result, unknown, Wish>) => {
  const mutation = useMutation<Result, unknown, Wish>(options);
  const underWay = useRef(false);
  const run = (wish: Wish): void => {
    if (underWay.current) return;
    underWay.current = true;
    mutation.mutate(wish, { onSettled: () => (underWay.current = false) });
  };
  const { isPending: isBusy, isSuccess, error, data, variables, reset } = mutation;
  /** What went wrong has been mended. */
  const forgetError = (): void => {
    if (error !== null) reset();
  };
  return { run, isBusy, isSuccess, error, data, wish: variables, forgetError };
};
