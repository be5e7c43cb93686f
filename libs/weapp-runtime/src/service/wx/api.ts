import type { Fields } from '../../protocol';
import { ApiFailure, invoke, note } from '../bridge';
import { guarded, report } from '../errors';

export type Api = (...args: never[]) => unknown;

export const typeName = (value: unknown): string => {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'Array';
  const name = typeof value;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** The platform's answer to a wrong argument, word for word. */
export function check(options: Fields, types: Record<string, string>): void {
  for (const [name, type] of Object.entries(types)) {
    const actual = typeName(options[name]);
    if (actual !== type)
      throw new ApiFailure(
        `parameter error: parameter.${name} should be ${type} instead of ${actual};`,
        1001,
      );
  }
}

export const toError = (name: string, failure: unknown): Fields => {
  if (failure instanceof ApiFailure)
    return {
      ...failure.extra,
      errMsg: `${name}:fail ${failure.reason}`,
      ...(failure.errno === undefined ? {} : { errno: failure.errno }),
    };
  report(failure);
  return { errMsg: `${name}:fail ${failure instanceof Error ? failure.message : String(failure)}` };
};

const isCallable = (value: unknown): value is (result: Fields) => void => typeof value === 'function';

/** Tells success or fail, then complete; each is code of the app and its error ends there. */
export function tell(options: Fields, outcome: 'success' | 'fail', result: Fields): void {
  const callback = options[outcome];
  if (isCallable(callback)) guarded(() => callback(result));
  const { complete } = options;
  if (isCallable(complete)) guarded(() => complete(result));
}

type Run = (options: Fields) => Promise<Fields | void> | Fields | void;

const attempt = async (name: string, run: Run, options: Fields): Promise<Fields> => ({
  errMsg: `${name}:ok`,
  ...((await run(options)) ?? {}),
});

/** An API that answers through success, fail and complete alone: who waits for what it returns waits for nothing. */
export const callbackApi =
  (name: string, run: Run) =>
  (options: Fields = {}): undefined => {
    attempt(name, run, options).then(
      (result) => tell(options, 'success', result),
      (failure: unknown) => tell(options, 'fail', toError(name, failure)),
    );
  };

/**
 * An API of the asynchronous family: it answers through success, fail and complete, and gives a promise when none of
 * them was handed in.
 */
export const asyncApi = (name: string, run: Run) => {
  const answer = callbackApi(name, run);
  return (options: Fields = {}): Promise<Fields> | undefined =>
    ['success', 'fail', 'complete'].some((key) => isCallable(options[key]))
      ? answer(options)
      : attempt(name, run, options).catch((failure: unknown) => Promise.reject(toError(name, failure)));
};

/** Fails the call, and by its note the test, under the name that the app used; `of` is what the name belongs to. */
export const unimplemented =
  (name: string, of = '') =>
  (options?: unknown): void => {
    note({ kind: 'unimplemented', name: `${of}${name}` });
    const failure = toError(name, new ApiFailure('is not implemented by this runtime'));
    const isAnswered = typeof options === 'object' && options !== null;
    if (isAnswered && ['success', 'fail', 'complete'].some((key) => key in options))
      tell(options as Fields, 'fail', failure);
    else report(new Error(String(failure.errMsg)));
  };

export const withoutFunctions = (options: Fields): Fields =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function'));

/** An API that the host or the shell carries out as it is. */
export const forwarded = (name: string, types: Record<string, string> = {}) =>
  asyncApi(name, (options) => {
    check(options, types);
    return invoke(name, withoutFunctions(options));
  });
