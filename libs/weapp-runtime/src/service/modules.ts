import { compile } from './bridge';

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

/** CommonJS as the platform has it: files of loaded packages only, no node_modules, each file once. */
export function load(path: string): unknown {
  const file = withSuffix(path);
  const known = modules.get(file);
  if (known) return known.exports;
  const run = compile(file) ?? compile(file.replace(/\.js$/, '/index.js'));
  if (!run) throw new Error(`module '${file}' is not defined`);
  const module: Module = { exports: {} };
  modules.set(file, module);
  const require = (request: unknown): unknown => {
    if (typeof request !== 'string') throw new Error('require args must be a string');
    return load(resolvePath(file, request));
  };
  try {
    run.call(undefined, require, module, module.exports);
  } catch (error) {
    modules.delete(file);
    throw error;
  }
  return module.exports;
}
