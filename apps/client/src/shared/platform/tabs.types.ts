/** Several tabs of one browser share one session and one device; a mini-program runs once. */
export interface Tabs {
  /**
   * Runs the work while nobody else does work of this name: no other tab, and nothing here. A tab that the browser has
   * put to sleep may hold the name for ever: after `longestWaitMs` the work is done all the same.
   */
  alone<T>(name: string, work: () => Promise<T>, longestWaitMs?: number): Promise<T>;
  /** Whether no other tab holds the name; then this one does, until it lets go or is closed. Asked again it stays so. */
  hold(name: string): Promise<boolean>;
  /** Resolves when another tab can hold it. */
  letGo(name: string): Promise<void>;
  /** Tells the other tabs. */
  say(news: unknown): void;
  hear(listener: (news: unknown) => void): void;
}
