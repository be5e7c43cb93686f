let hasAsked = false;

/**
 * A browser short of room throws away what pages keep, without a word, unless it was asked not to. Asked when there is
 * something to lose, because some browsers ask the person in turn.
 */
export const askToLast = (): void => {
  if (hasAsked) return;
  hasAsked = true;
  const storage = navigator.storage as StorageManager | undefined; // missing on pages without https
  void storage?.persist?.().catch(() => false);
};
