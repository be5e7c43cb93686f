import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock, logger } from '@wuhao/core';
import { DataSource } from 'typeorm';
import { ACCESS_TOKEN_SECONDS } from './access-tokens';
import { listRevoked } from './auth.queries';

const REFRESH_MS = 2_000;
/** No access token lives longer than this, with as much again for clocks that differ. */
const KEPT_MS = 2 * ACCESS_TOKEN_SECONDS * 1000;

/**
 * The sessions whose access tokens may still run though somebody ended them. Every process keeps them in memory, so
 * that no request asks the database; what another process revokes is known here within seconds.
 */
@Injectable()
export class RevokedSessions implements OnModuleInit, OnModuleDestroy {
  /** When each was revoked. */
  private readonly revokedAtMs = new Map<string, number>();
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A process that cannot know who was logged out does not start. */
  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.schedule();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  has(sessionId: string): boolean {
    return this.revokedAtMs.has(sessionId);
  }

  /** For the process that revoked it: at once. */
  add(sessionId: string): void {
    this.revokedAtMs.set(sessionId, this.clock.now().getTime());
  }

  private async refresh(): Promise<void> {
    const since = this.clock.now().getTime() - KEPT_MS;
    const rows = await listRevoked(this.dataSource, new Date(since));
    for (const { id, revokedAt } of rows) this.revokedAtMs.set(id, Date.parse(revokedAt));
    for (const [id, atMs] of this.revokedAtMs) if (atMs <= since) this.revokedAtMs.delete(id);
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      void this.refresh()
        // What is known stays known; the next round may reach the database again.
        .catch((error: unknown) => logger.warn({ err: error }, 'revoked sessions not refreshed'))
        .finally(() => !this.stopped && this.schedule());
    }, REFRESH_MS).unref();
  }
}
