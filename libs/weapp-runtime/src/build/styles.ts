import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type Root } from 'postcss';
import type { Fields } from '../protocol';
import { styleScope } from '../style-scope';

const DESIGN_WIDTH = 750;
/** `"a.wxss"`, `url("a.wxss")` and `url(a.wxss)`. */
const IMPORTED = /^(?:url\(\s*)?["']?([^"'()\s]+)/;

/** Built-in tags become custom elements named `wx-…`; `page` is the frame's body. */
const toElements = (selector: string): string =>
  selector.replace(
    /(^|[\s>+~,(])([a-z][a-z-]*)(?![\w-]*\()/gi,
    (_, before: string, tag: string) =>
      before + (tag === 'page' ? 'body' : ['from', 'to', 'html', 'body'].includes(tag) ? tag : `wx-${tag}`),
  );

const toViewport = (value: string): string =>
  value.replace(
    /(-?\d*\.?\d+)rpx\b/g,
    (_, size: string) => `${((Number(size) / DESIGN_WIDTH) * 100).toFixed(5)}vw`,
  );

function inlineImports(root: Root, dist: string, file: string, seen: Set<string>): void {
  root.walkAtRules('import', (rule) => {
    const target = IMPORTED.exec(rule.params)?.[1] ?? '';
    const resolved = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(file), target);
    if (seen.has(resolved) || !existsSync(path.join(dist, resolved))) return void rule.remove();
    rule.replaceWith(readStyle(dist, resolved, seen).nodes);
  });
}

function readStyle(dist: string, file: string, seen: Set<string>): Root {
  seen.add(file);
  const root = postcss.parse(readFileSync(path.join(dist, file), 'utf8'), { from: file });
  inlineImports(root, dist, file, seen);
  return root;
}

/** The classes of an isolated component carry its scope, as the engine writes them on its elements. */
const scoped = (selector: string, scope: string): string =>
  scope === '' ? selector : selector.replace(/\.(-?[_a-zA-Z][\w-]*)/g, `.${scope}--$1`);

function compile(dist: string, file: string, scope: string): string {
  const root = readStyle(dist, file, new Set());
  root.walkRules((rule) => {
    const isKeyframe =
      rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as { name?: string }).name ?? '');
    if (!isKeyframe) rule.selector = scoped(toElements(rule.selector), scope);
  });
  root.walkDecls((declaration) => {
    declaration.value = toViewport(declaration.value);
  });
  root.walkAtRules('media', (rule) => {
    rule.params = toViewport(rule.params);
  });
  return root.toString();
}

export function compileStyles(
  dist: string,
  files: string[],
  configs: Record<string, Fields>,
): Record<string, string> {
  const sheets = files.filter((file) => file.endsWith('.wxss'));
  return Object.fromEntries(
    sheets.map((file) => {
      const owner = file.slice(0, -'.wxss'.length);
      return [owner, compile(dist, file, configs[owner]?.component === true ? styleScope(owner) : '')];
    }),
  );
}
