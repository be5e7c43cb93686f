import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Graphics from '@napi-rs/canvas';

let loaded: typeof Graphics | undefined;

/** The drawing library takes a while to load; most runs never draw in their logic. */
export function graphics(): typeof Graphics {
  loaded ??= createRequire(path.join(process.cwd(), 'logic.js'))('@napi-rs/canvas') as typeof Graphics;
  return loaded;
}
