import { ApiFailure, compile, invoke, invokeSync } from './bridge';
import { guarded } from './errors';

interface Module {
  exports: unknown;
}

const modules = new Map<string, Module>();

export const resolvePath = (from: string, request: string): string => {
  const parts = request.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of request.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
};

const withSuffix = (path: string): string => (path.endsWith('.js') ? path : `${path}.js`);

let roots: string[] | undefined;
const packageOf = (file: string): string => {
  roots ??= invokeSync('host.pages').roots as string[];
  return roots.find((root) => file.startsWith(`${root}/`)) ?? '';
};

/** What a module of another package gets instead of it. */
interface Failure {
  mod: string;
  errMsg: string;
}

async function loadAsync(from: string, request: string): Promise<unknown> {
  const path = resolvePath(from, request);
  try {
    await invoke('host.loadPackage', { path });
    return load(path);
  } catch (error) {
    const errMsg = error instanceof ApiFailure ? error.reason : String((error as Error).message);
    return Promise.reject<unknown>({ mod: path, errMsg } satisfies Failure);
  }
}

/** `require` of one file: at once within its package and from the main one, later from any other. */
function createRequire(file: string) {
  const require = (
    request: unknown,
    done?: (exports: unknown) => void,
    failed?: (failure: Failure) => void,
  ): unknown => {
    if (typeof request !== 'string') throw new Error('require args must be a string');
    if (typeof done === 'function') {
      loadAsync(file, request).then(
        (exports) => guarded(() => done(exports)),
        (failure: Failure) => guarded(() => failed?.(failure)),
      );
      return undefined;
    }
    const path = resolvePath(file, request);
    const target = packageOf(path);
    if (target !== '' && target !== packageOf(file))
      throw new Error(`module '${path}' is of another package: only require.async reaches it`);
    return load(path);
  };
  return Object.assign(require, { async: (request: string) => loadAsync(file, request) });
}

/** CommonJS as the platform has it: files of loaded packages only, no node_modules, each file once. */
export function load(path: string): unknown {
  const file = withSuffix(path);
  const known = modules.get(file);
  if (known) return known.exports;
  const run = compile(file) ?? compile(file.replace(/\.js$/, '/index.js'));
  if (!run) throw new Error(`module '${file}' is not defined`);
  const module: Module = { exports: {} };
  modules.set(file, module);
  try {
    run.call(undefined, createRequire(file), module, module.exports);
  } catch (error) {
    modules.delete(file);
    throw error;
  }
  return module.exports;
}
