const last = new Map<string, Promise<unknown>>();

/** Runs the work when all earlier work of this name has ended: what can be had of a lock without locks, in one tab. */
export const oneAtATime = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
  last.set(name, turn);
  return turn;
};
