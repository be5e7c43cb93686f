import type { ToLogic } from '../protocol';

/** So long an app in the background goes on, and so long its requests have to end. */
export const BACKGROUND_MS = 5_000;

/**
 * The platform stops the logic of an app in the background: its memory stays, no code of it runs, and events, timers
 * and answers come when it is in front again.
 */
export class Suspension {
  private stopping: ReturnType<typeof setTimeout> | undefined;
  /** What the app has missed, while it stands still. */
  private missed: ToLogic[] | undefined;

  constructor(private readonly deliver: (message: ToLogic) => void) {}

  send(message: ToLogic): void {
    if (this.missed) this.missed.push(message);
    else this.deliver(message);
  }

  background(): void {
    clearTimeout(this.stopping);
    this.stopping = setTimeout(() => (this.missed ??= []), BACKGROUND_MS);
  }

  foreground(): void {
    clearTimeout(this.stopping);
    const missed = this.missed ?? [];
    this.missed = undefined;
    for (const message of missed) this.deliver(message);
  }
}
