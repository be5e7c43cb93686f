/** A change of the browser's address; the key is that of the entry in its history. */
interface Move {
  location: { key: string };
}

interface Steps<M extends Move> {
  /** Brings the code of the page that is moved to. */
  load(move: M): Promise<unknown>;
  render(move: M): Promise<void>;
  /** Until nothing of the last rendered move is still to come. */
  settled(): Promise<void>;
  /** The code does not come, and nobody has moved on meanwhile. */
  giveUp(move: M): void;
}

/**
 * Starts a move when the one before has ended, and the newest one only: who goes back before the code of a page has come
 * does not see that page any more.
 *
 * @param start key of the history entry that is shown already
 */
export const inTurn = <M extends Move>(start: string, { load, render, settled, giveUp }: Steps<M>) => {
  let shown = start;
  let newest: M | null = null;
  let last = Promise.resolve();

  const show = async (move: M): Promise<void> => {
    if (move !== newest || move.location.key === shown) return;
    shown = move.location.key;
    await render(move);
    await settled();
  };

  return async (move: M): Promise<void> => {
    newest = move;
    try {
      await load(move);
    } catch {
      if (move === newest) giveUp(move);
      return;
    }
    const shows = last.then(() => show(move));
    last = shows.catch(() => undefined); // the move after an error is one like others
    await shows;
  };
};
