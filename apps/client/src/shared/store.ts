import { useSyncExternalStore } from 'react';

/** A value that parts of the app share, and hear of when it changes. */
export interface Store<State> {
  get(): State;
  set(next: State): void;
  /** Gives back how to stop listening. */
  subscribe(listener: () => void): () => void;
}

export const createStore = <State>(state: State): Store<State> => {
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      state = next;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

export const useStore = <State>({ get, subscribe }: Omit<Store<State>, 'set'>): State =>
  useSyncExternalStore(subscribe, get, get);
