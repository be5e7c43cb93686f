import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { HealthView } from '@wuhao/contracts';
import { logger, Registry, type HealthPart } from '@wuhao/core';

const EVERY_MS = 3_000;
/** A part that has not answered by then does not work. */
const TIMEOUT_MS = 2_000;

type PartHealth = HealthView['parts'][number];

/** Asks every part of the system in the background how it is, so that who asks for health starts no work. */
@Injectable()
export class HealthProbe implements OnApplicationBootstrap, OnModuleDestroy {
  private parts: PartHealth[] = [];
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(private readonly registry: Registry) {}

  /** Modules have registered their parts by now; the first answer to a client already knows. */
  async onApplicationBootstrap(): Promise<void> {
    await this.probe();
    this.schedule();
  }

  /** Before the pools close: what is stopped on purpose is not unhealthy. */
  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  health(): HealthView {
    return {
      status: this.isHealthy() ? 'healthy' : 'unhealthy',
      uptimeSeconds: Math.floor(process.uptime()),
      parts: this.parts,
    };
  }

  /** False until the first probe. */
  isHealthy(): boolean {
    return this.parts.length > 0 && this.parts.every((part) => part.status === 'healthy');
  }

  private async probe(): Promise<void> {
    const before = this.parts;
    const now = await Promise.all(this.registry.healthParts.map(ask));
    if (this.stopped) return;
    this.parts = now;
    for (const { name, status } of now) {
      const was = before.find((part) => part.name === name)?.status ?? 'healthy';
      if (was !== status)
        logger[status === 'healthy' ? 'info' : 'error']({ part: name }, `part is ${status}`);
    }
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.probe().finally(() => this.schedule()), EVERY_MS).unref();
  }
}

async function ask({ name, probe }: HealthPart): Promise<PartHealth> {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), TIMEOUT_MS);
  });
  const works = await Promise.race([probe(), tooLong]).then(
    () => true,
    () => false,
  );
  clearTimeout(timer);
  const latencyMs = Math.round((performance.now() - startedAt) * 10) / 10;
  return { name, status: works ? 'healthy' : 'unhealthy', latencyMs };
}
