import { note, stringify } from './bridge';
import { describe } from './errors';

const toText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return describe(value);
  try {
    return stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
};

const print =
  (level: 'log' | 'info' | 'warn' | 'error' | 'debug') =>
  (...values: unknown[]): void =>
    note({ kind: 'console', level, text: values.map(toText).join(' ') });

export const console = {
  log: print('log'),
  info: print('info'),
  warn: print('warn'),
  error: print('error'),
  debug: print('debug'),
  group: print('log'),
  groupEnd: (): void => undefined,
  time: (): void => undefined,
  timeEnd: (): void => undefined,
};
