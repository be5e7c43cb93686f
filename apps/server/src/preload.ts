import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Preloads = z.record(z.string(), z.array(z.string().regex(/^\/[\w./-]+\.(js|css)$/)));

/**
 * `Link` headers by address, from the H5 build's preload.json: a page's own files then come beside the app instead of
 * after it has started. Addresses that the build does not know get none.
 */
export function preloadHeaders(h5Dir: string): (url: string) => string | undefined {
  const file = path.join(h5Dir, 'preload.json');
  if (!existsSync(file)) return () => undefined;
  const headers = new Map(
    Object.entries(Preloads.parse(JSON.parse(readFileSync(file, 'utf8')))).map(([route, files]) => [
      route,
      files
        .map((name) => `<${name}>; rel=preload; as=${name.endsWith('.css') ? 'style' : 'script'}`)
        .join(', '),
    ]),
  );
  return (url) => headers.get(url.split('?', 1)[0]!) || undefined;
}
