import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { parse } from 'acorn';
import { everyNode } from '../check/free-names';

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
  call(kind: string, text: unknown, bytes?: Uint8ClampedArray): string | undefined;
  /** May the app require this file now, and where is it? */
  locate(file: string): string | undefined;
}

export interface LogicContext {
  receive(text: string): void;
  /** What the app threw or rejected with, in words; read where it was made, for reading may run its code. */
  describe(reason: unknown): unknown;
}

/** A function of the context, or why there is none. */
type Compiled = ((...args: unknown[]) => void) | string | undefined;

/** A dynamic import would answer with a promise of the host's realm; the platform does not know it either. */
const importsLater = (code: string): boolean =>
  /\bimport\b/.test(code) &&
  [...everyNode(parse(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true }))].some(
    ({ type }) => type === 'ImportExpression',
  );

/**
 * Starts the logic in a context of its own intrinsics: the global object is the language's alone, code from text is
 * refused, and the only values of the host's realm are two functions that the service closes over. These answer with
 * text or with what is of the context, and throw nothing: an error of the host would lead out.
 */
export function startLogic(serviceCode: string, host: HostCalls): LogicContext {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    name: 'logic',
    codeGeneration: { strings: false, wasm: false },
  });
  const compile = (file: unknown): Compiled => {
    try {
      const found = typeof file === 'string' ? host.locate(file) : undefined;
      if (typeof file !== 'string' || !found) return undefined;
      const code = readFileSync(found, 'utf8');
      if (importsLater(code)) return `${file}: import() is not supported`;
      return vm.compileFunction(code, ['require', 'module', 'exports', ...HIDDEN], {
        parsingContext: context,
        filename: path.posix.join('/', file),
      }) as Compiled;
    } catch (error) {
      return `${String(file)}: ${(error as Error).message}`;
    }
  };
  const start = vm.runInContext(`(function (__host) { ${serviceCode}\nreturn service; })`, context, {
    filename: 'weapp-service.js',
  }) as (calls: { call: HostCalls['call']; compile: typeof compile }) => LogicContext;
  return start({ call: host.call.bind(host), compile });
}
