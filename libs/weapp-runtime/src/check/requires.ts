import { type BuildFiles, MAIN, resolveFrom } from './build-files';
import { type Finding, finding } from './finding';

const PATTERNS: Record<string, RegExp[]> = {
  '.js': [/\brequire\(\s*["']([^"']+)["']\s*\)/g],
  '.wxs': [/\brequire\(\s*["']([^"']+)["']\s*\)/g],
  '.wxml': [/<(?:import|include|wxs)\s[^>]*\bsrc=["']([^"']+)["']/g],
  '.wxss': [/@import\s+(?:url\()?["']([^"']+)["']/g],
};

/**
 * What a file names is in the build, and no package reaches into another sub-package: it may not be on the phone.
 * The main package is always there, so everyone may name its files.
 */
export function checkRequires(build: BuildFiles): Finding[] {
  return Object.entries(PATTERNS).flatMap(([suffix, patterns]) =>
    build.ending(suffix).flatMap((name) => {
      const text = build.text(name);
      return patterns
        .flatMap((pattern) => [...text.matchAll(pattern)].map(([, target = '']) => target))
        .flatMap((target) => checkTarget(build, name, target, suffix));
    }),
  );
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
