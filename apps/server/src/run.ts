import { logger } from '@wuhao/core';

/** Longest orderly stop; the supervisor and Kubernetes wait a little longer. */
const STOP_TIMEOUT_MS = 15_000;

/**
 * Runs a process until SIGTERM or SIGINT, stops it in order and exits 0; a second signal changes nothing.
 * What cannot start says why and exits 1.
 */
export async function run(start: () => Promise<{ stop: () => Promise<void> }>): Promise<void> {
  let running: { stop: () => Promise<void> };
  try {
    running = await start();
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      logger.error('did not stop in time');
      process.exit(1);
    }, STOP_TIMEOUT_MS).unref();
    await running.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  // The supervisor is gone: nobody would stop this process any more.
  process.on('disconnect', () => void stop());
}
