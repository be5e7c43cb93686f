import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { AppError } from './app-error';
import { env } from './env';

/** `points` uses in `perSeconds`. */
export type Limit = { name: string; points: number; perSeconds: number };

export const rateLimited = (waitMs: number) =>
  new AppError('RATE_LIMITED', 'Too many tries, wait a little', {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
  });

/** Limits per account or address: counted in Redis where there is one, otherwise in this process. */
@Injectable()
export class Limits implements OnApplicationShutdown {
  private readonly limiters = new Map<string, RateLimiterAbstract>();
  private redis?: Redis;

  /** Counts one use. Throws RATE_LIMITED with Retry-After when there are no more. */
  async use(limit: Limit, key: string, points = 1): Promise<void> {
    try {
      await this.limiter(limit).consume(key, points);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw rateLimited(refused.msBeforeNext);
    }
  }

  /** Throws as `use` would, and counts nothing: for limits that count failures only. */
  async check(limit: Limit, key: string): Promise<void> {
    const used = await this.limiter(limit).get(key);
    if (used && used.consumedPoints >= limit.points) throw rateLimited(used.msBeforeNext);
  }

  /** Forgets the uses of this key, e.g. after a successful log-in. */
  async reset(limit: Limit, key: string): Promise<void> {
    await this.limiter(limit).delete(key);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis?.quit();
  }

  private limiter({ name, points, perSeconds }: Limit): RateLimiterAbstract {
    const known = this.limiters.get(name);
    if (known) return known;
    const options = { keyPrefix: `limit:${name}`, points, duration: perSeconds };
    const { REDIS_URL } = env();
    const made = REDIS_URL
      ? new RateLimiterRedis({
          ...options,
          storeClient: (this.redis ??= new Redis(REDIS_URL, {
            enableOfflineQueue: false,
            maxRetriesPerRequest: 1,
          })),
          insuranceLimiter: new RateLimiterMemory(options),
        })
      : new RateLimiterMemory(options);
    this.limiters.set(name, made);
    return made;
  }
}
