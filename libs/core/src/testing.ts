import { logger } from './logger';

export const TOKEN_SECRET = 'a-token-secret-that-only-tests-know';

/** The environment of a spec and what it needs of its own; set before anything reads it. Nothing is logged. */
export function useTestEnv(own: Record<string, string> = {}): void {
  logger.level = 'silent';
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
    TOKEN_SECRET,
    FILE_URL_SECRET: 'a-file-secret-that-only-tests-know!',
    ...own,
  });
}
