import { type BuildFiles, MAIN, resolveFrom } from './build-files';
import { type Finding, finding } from './finding';

const PATTERNS: Record<string, RegExp[]> = {
  '.js': [/\brequire\(\s*["']([^"']+)["']\s*\)/g],
  '.wxs': [/\brequire\(\s*["']([^"']+)["']\s*\)/g],
  '.wxml': [/<(?:import|include|wxs)\s[^>]*\bsrc=["']([^"']+)["']/g],
  '.wxss': [/@import\s+(?:url\(\s*)?["']?([^"'()\s;]+)/g],
};

/**
 * What a file names is in the build, and no package reaches into another sub-package: it may not be on the phone.
 * The main package is always there, so everyone may name its files.
 */
export function checkRequires(build: BuildFiles): Finding[] {
  const named = Object.entries(PATTERNS).flatMap(([suffix, patterns]) =>
    build.ending(suffix).flatMap((name) => {
      const text = build.text(name);
      return patterns
        .flatMap((pattern) => [...text.matchAll(pattern)].map(([, target = '']) => target))
        .flatMap((target) => checkTarget(build, name, target, suffix));
    }),
  );
  return [...named, ...build.ending('.json').flatMap((name) => checkComponents(build, name))];
}

interface Using {
  usingComponents?: Record<string, string>;
  componentPlaceholder?: Record<string, string>;
}

/** A component of another sub-package needs something to stand in its place until that is loaded. */
function checkComponents(build: BuildFiles, name: string): Finding[] {
  const { usingComponents = {}, componentPlaceholder = {} } = (build.json(name)[0] ?? {}) as Using;
  const strange = (tag: string): string | undefined => {
    const target = usingComponents[tag];
    const owner = target === undefined ? MAIN : build.packageOf(resolveFrom(name, target));
    return owner === MAIN || owner === build.packageOf(name) ? undefined : owner;
  };
  return Object.keys(usingComponents).flatMap((tag) => {
    const owner = strange(tag);
    const placeholder = componentPlaceholder[tag];
    if (owner === undefined) return [];
    if (placeholder === undefined)
      return [finding('requires', name, `<${tag}> lies in the sub-package ${owner} and has no placeholder`)];
    return strange(placeholder) === undefined
      ? []
      : [finding('requires', name, `<${tag}> has the placeholder <${placeholder}>, which may not be loaded`)];
  });
}

function checkTarget(build: BuildFiles, name: string, target: string, suffix: string): Finding[] {
  const resolved = resolveFrom(name, target);
  const found = [resolved, `${resolved}${suffix}`, `${resolved}/index${suffix}`].find((file) =>
    build.has(file),
  );
  if (!found) return [finding('requires', name, `"${target}" is not in the build`)];
  const [from, to] = [build.packageOf(name), build.packageOf(found)];
  return to === MAIN || to === from
    ? []
    : [finding('requires', name, `"${target}" lies in the sub-package ${to}, which may not be loaded`)];
}
