import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** Parameters of every module of the app: names of a browser, undefined as on the platform. */
const HIDDEN = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'history',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
];

export interface HostCalls {
  call(kind: string, text: string, bytes?: Uint8ClampedArray): string | undefined;
  /** May the app require this file now, and where is it? */
  locate(file: string): string | undefined;
}

export interface LogicContext {
  receive(text: string): void;
}

/**
 * Starts the logic in a context of its own intrinsics: the global object is the language's alone, code from text is
 * refused, and the only values of the host's realm are two functions that the service closes over.
 */
export function startLogic(serviceCode: string, host: HostCalls): LogicContext {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    name: 'logic',
    codeGeneration: { strings: false, wasm: false },
  });
  const compile = (file: string): unknown => {
    const found = host.locate(file);
    if (!found) return undefined;
    const code = readFileSync(found, 'utf8');
    // A dynamic import would answer with a promise of the host's realm; the platform does not know it either.
    if (/\bimport\s*\(/.test(code)) throw new Error(`${file}: import() is not supported`);
    return vm.compileFunction(code, ['require', 'module', 'exports', ...HIDDEN], {
      parsingContext: context,
      filename: path.posix.join('/', file),
    });
  };
  const start = vm.runInContext(`(function (__host) { ${serviceCode}\nreturn service; })`, context, {
    filename: 'weapp-service.js',
  }) as (calls: { call: HostCalls['call']; compile: typeof compile }) => LogicContext;
  return start({ call: host.call.bind(host), compile });
}
