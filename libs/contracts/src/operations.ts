import { z } from 'zod';

export const HEALTH_STATUSES = ['healthy', 'unhealthy'] as const;

export const HealthView = z
  .strictObject({
    status: z.enum(HEALTH_STATUSES),
    uptimeSeconds: z.int(),
    parts: z.array(
      z.strictObject({
        name: z.string(),
        status: z.enum(HEALTH_STATUSES),
        /** Of the last probe, which runs in the background. */
        latencyMs: z.number(),
      }),
    ),
  })
  .meta({ id: 'HealthView' });
export type HealthView = z.infer<typeof HealthView>;

export const LiveView = z.strictObject({ status: z.literal('live') }).meta({ id: 'LiveView' });
export type LiveView = z.infer<typeof LiveView>;

export const ReadyView = z.strictObject({ status: z.enum(['ready', 'not_ready']) }).meta({ id: 'ReadyView' });
export type ReadyView = z.infer<typeof ReadyView>;
