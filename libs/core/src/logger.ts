import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/**
 * JSON lines. Never in them: phone numbers, names, answers, prompts, pictures, tokens, signed URLs.
 * The level is set once the environment has been read (`logger.level = env().LOG_LEVEL`).
 */
export const logger = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'msg' },
  // A write for every line would be the dearest part of a small request. What is fatal is written at once, the rest
  // within half a second and at exit; only kill -9 loses lines.
  pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 500 }),
);

/** Nest's own messages in the same stream; its start-up chatter is debug. */
export const nestLogger: LoggerService = {
  log: (message: unknown) => logger.debug(String(message)),
  debug: (message: unknown) => logger.debug(String(message)),
  verbose: (message: unknown) => logger.trace(String(message)),
  warn: (message: unknown) => logger.warn(String(message)),
  error: (message: unknown, ...rest: unknown[]) =>
    logger.error({ detail: rest.map(String) }, String(message)),
  fatal: (message: unknown) => logger.fatal(String(message)),
};
