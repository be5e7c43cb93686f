import type { BuildFiles } from './build-files';
import { MAIN } from './build-files';
import { type Finding, finding } from './finding';

const KB = 1024;
const MB = 1024 * KB;

/** Below the platform's own 2 MB a package and 30 MB in all, because a phone waits for each of them. */
export const SIZE_LIMITS = {
  mainPackage: 1.2 * MB,
  subPackage: 1.2 * MB,
  whole: 6 * MB,
  asset: 100 * KB,
  /** The platform refuses a larger one. */
  icon: 40 * KB,
  /** The platform's: what all pages of one package may load before it is needed. */
  preload: 2 * MB,
};

const ASSET = /\.(png|jpe?g|webp|gif|svg|ttf|otf|woff2?)$/i;

/** Bytes of each package by its root; '' is the main one. */
export function packageSizes(build: BuildFiles): Record<string, number> {
  const sizes: Record<string, number> = { [MAIN]: 0 };
  for (const name of build.names) {
    const owner = build.packageOf(name);
    sizes[owner] = (sizes[owner] ?? 0) + build.size(name);
  }
  return sizes;
}

export function checkSizes(build: BuildFiles): Finding[] {
  const over = (file: string, size: number, limit: number): Finding[] =>
    size > limit ? [finding('sizes', file, `${kilobytes(size)}, the limit is ${kilobytes(limit)}`)] : [];
  const sizes = packageSizes(build);
  return [
    ...Object.entries(sizes).flatMap(([root, size]) =>
      root === MAIN
        ? over('main package', size, SIZE_LIMITS.mainPackage)
        : over(`sub-package ${root}`, size, SIZE_LIMITS.subPackage),
    ),
    ...over(
      'whole',
      Object.values(sizes).reduce((sum, size) => sum + size, 0),
      SIZE_LIMITS.whole,
    ),
    ...build.names
      .filter((name) => ASSET.test(name))
      .flatMap((name) => over(name, build.size(name), SIZE_LIMITS.asset)),
    ...tabIcons(build).flatMap((icon) =>
      build.has(icon)
        ? over(icon, build.size(icon), SIZE_LIMITS.icon)
        : [finding('sizes', icon, 'this icon of the tab bar is missing')],
    ),
    ...checkPreload(build, sizes),
  ];
}

function checkPreload(build: BuildFiles, sizes: Record<string, number>): Finding[] {
  const wanted = new Map<string, Set<string>>();
  for (const [page, { packages }] of Object.entries(build.app.preloadRule ?? {})) {
    const owner = build.packageOf(page);
    const roots = packages.flatMap((text) => build.rootOf(text) ?? []);
    wanted.set(owner, new Set([...(wanted.get(owner) ?? []), ...roots]));
  }
  return [...wanted].flatMap(([owner, roots]) => {
    const size = [...roots].reduce((sum, root) => sum + (sizes[root] ?? 0), 0);
    const who = owner === MAIN ? 'the main package' : `the sub-package ${owner}`;
    const text = `pages of ${who} preload ${(size / MB).toFixed(2)} MB, the limit is 2 MB`;
    return size > SIZE_LIMITS.preload ? [finding('sizes', 'app.json', text)] : [];
  });
}

const tabIcons = (build: BuildFiles): string[] => [
  ...new Set(
    (build.app.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) =>
      [iconPath, selectedIconPath]
        .filter((icon) => icon !== undefined)
        .map((icon) => icon.replace(/^\//, '')),
    ),
  ),
];

const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;
