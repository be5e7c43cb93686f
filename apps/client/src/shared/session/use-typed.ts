import { useEffect, useRef, useState } from 'react';
import { deviceStore } from '../platform/device-store';
import { parseKept } from '../platform/kept-json';
import { session } from './session';
import { useAccount } from './use-session';

const PART = '.typed.';
const nameOf = (account: string, name: string): string => `of.${account}${PART}${name}`;

/**
 * Like `useState`, for what a person types: when its session ends by itself under its hands, the same account finds it
 * here again after its next log-in.
 */
export const useTyped = <T>(name: string, initial: T): [value: T, set: (value: T) => void] => {
  const place = nameOf(useAccount()?.id ?? '', name);
  const [value, setValue] = useState(() => parseKept<T>(deviceStore.read(place)) ?? initial);
  const last = useRef(value);
  last.current = value;
  useEffect(() => {
    deviceStore.remove(place);
    return () => {
      const state = session.state();
      if (state.status === 'out' && state.expired) deviceStore.write(place, JSON.stringify(last.current));
    };
  }, [place]);
  return [value, setValue];
};

/** Who logs out leaves nothing. */
export const forgetTypedAtLogOut = (): void => {
  session.subscribe(() => {
    const state = session.state();
    if (state.status !== 'out' || state.expired) return;
    for (const name of deviceStore.names('of.') ?? []) if (name.includes(PART)) deviceStore.remove(name);
  });
};
