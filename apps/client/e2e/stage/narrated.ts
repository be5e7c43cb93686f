import type { AppDriver } from '@wuhao/weapp-runtime';

/** The same driver, which also writes down each word that is said to it: the way to a failure. */
export function narrated(app: AppDriver, steps: string[]): AppDriver {
  return new Proxy(app, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...words: unknown[]): unknown => {
        steps.push(`${String(name)} ${words.map((word) => JSON.stringify(word) ?? String(word)).join(' ')}`);
        return Reflect.apply(value, target, words);
      };
    },
  });
}
