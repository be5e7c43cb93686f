/** A tab mostly waits, for the server and for its own pictures. */
const TABS = 2;

/** All of them, two tabs at a time, in their order. */
export async function inTurns<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const takeNext = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: TABS }, takeNext));
}
