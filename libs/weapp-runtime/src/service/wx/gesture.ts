import { ApiFailure } from '../bridge';

/** How long after a tap the app may still do what only a user's tap allows. */
const VALID_MS = 5_000;
let lastAt = -Infinity;

export const noteGesture = (): void => {
  lastAt = Date.now();
};

/** The answer to a dialog is a tap of the user, too. */
export async function asGesture<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } finally {
    noteGesture();
  }
}

/** Settings and subscriptions open for a user, and for no code of its own accord. */
export function requireGesture(): void {
  if (Date.now() - lastAt > VALID_MS) throw new ApiFailure('can only be invoked by user TAP gesture.');
}
