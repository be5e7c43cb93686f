import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

/**
 * A write that somebody starts by a tap. A second tap while it is under way is the same wish and does
 * nothing: the screen learns of `isPending` a moment too late to hold back a quick finger.
 *
 * `leadOn` goes where it leads, and only who is still on this page: who has left it is somewhere else by now.
 */
export const useAction = <Result, Wish = void>(
  options: UseMutationOptions<Result, unknown, Wish>,
  leadOn?: (result: Result) => void,
) => {
  const { mutate, isPending, isSuccess, error, data, variables, reset } = useMutation<Result, unknown, Wish>(
    options,
  );
  const underWay = useRef(false);
  const run = useCallback(
    (wish: Wish): void => {
      if (underWay.current) return;
      underWay.current = true;
      // Callbacks given here, unlike those of the options, are not called once the page is gone.
      mutate(wish, {
        onSuccess: leadOn,
        onSettled: (_, error) => (underWay.current = error === null && leadOn !== undefined),
      });
    },
    [mutate, leadOn],
  );
  /** What went wrong has been mended. */
  const forgetError = (): void => {
    if (error !== null) reset();
  };
  /** Also while the page it leads to is on its way. */
  const isBusy = isPending || (isSuccess && leadOn !== undefined);
  return { run, isBusy, isSuccess, error, data, wish: variables, forgetError };
};
