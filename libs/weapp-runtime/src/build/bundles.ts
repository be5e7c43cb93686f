import path from 'node:path';
import { buildSync } from 'esbuild';

// Compiled as CommonJS by the test runner and run as a module by the tools.
const here = import.meta.dirname;
const cache = new Map<string, string>();

interface Target {
  entry: string;
  platform: 'neutral' | 'browser' | 'node';
  name?: string;
}

/** The parts of this lib that run elsewhere: in the logic context, in the browser, in the logic's process. */
function bundle({ entry, platform, name }: Target): string {
  const known = cache.get(entry);
  if (known) return known;
  const { outputFiles } = buildSync({
    entryPoints: [path.join(here, '..', entry)],
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target: 'es2022',
    external: ['@napi-rs/canvas'],
    logLevel: 'error',
    ...(name ? { globalName: name } : {}),
  });
  const code = outputFiles[0]?.text ?? '';
  cache.set(entry, code);
  return code;
}

export const serviceCode = (): string =>
  bundle({ entry: 'service/main.ts', platform: 'neutral', name: 'service' });
export const frameCode = (): string => bundle({ entry: 'view/frame.ts', platform: 'browser' });
export const shellCode = (): string => bundle({ entry: 'view/shell.ts', platform: 'browser' });
export const logicProcessCode = (): string => bundle({ entry: 'native/process.ts', platform: 'node' });
