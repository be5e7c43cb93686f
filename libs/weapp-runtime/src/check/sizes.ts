import type { BuildFiles } from './build-files';
import { MAIN } from './build-files';
import { type Finding, finding } from './finding';

const KB = 1024;
const MB = 1024 * KB;

/** What an app allows itself. */
export interface SizeLimits {
  /** The main one and each other. */
  packageBytes: number;
  wholeBytes: number;
  /** A picture or a font. */
  assetBytes: number;
}

/** What the platform takes. A phone waits for each of them: an app does well to stay far below. */
export const PLATFORM_SIZES: SizeLimits = {
  packageBytes: 2 * MB,
  wholeBytes: 30 * MB,
  assetBytes: 2 * MB,
};
/** The platform refuses a larger one. */
const ICON_BYTES = 40 * KB;
/** The platform's: what all pages of one package may load before it is needed. */
const PRELOAD_BYTES = 2 * MB;

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

export function checkSizes(build: BuildFiles, most: SizeLimits): Finding[] {
  const over = (file: string, size: number, limit: number): Finding[] =>
    size > limit ? [finding('sizes', file, `${kilobytes(size)}, the limit is ${kilobytes(limit)}`)] : [];
  const sizes = packageSizes(build);
  return [
    ...Object.entries(sizes).flatMap(([root, size]) =>
      over(root === MAIN ? 'main package' : `sub-package ${root}`, size, most.packageBytes),
    ),
    ...over(
      'whole',
      Object.values(sizes).reduce((sum, size) => sum + size, 0),
      most.wholeBytes,
    ),
    ...build.names
      .filter((name) => ASSET.test(name))
      .flatMap((name) => over(name, build.size(name), most.assetBytes)),
    ...tabIcons(build).flatMap((icon) =>
      build.has(icon)
        ? over(icon, build.size(icon), ICON_BYTES)
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
    return size > PRELOAD_BYTES ? [finding('sizes', 'app.json', text)] : [];
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
