import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { PackageIndex } from '../native/packages';
import type { Fields } from '../protocol';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface TabBar {
  color: string;
  selectedColor: string;
  backgroundColor: string;
  list: TabItem[];
}

interface SubPackage {
  root: string;
  name?: string;
  pages: string[];
}

interface AppJson {
  pages: string[];
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
  tabBar?: TabBar;
  window?: Fields;
  usingComponents?: Record<string, string>;
  preloadRule?: Record<string, { packages: string[]; network?: 'all' | 'wifi' }>;
  entryPagePath?: string;
  networkTimeout?: Record<string, number>;
}

/** A compiled mini-program, read and compiled for the view; nothing of it is changed. */
export interface MiniProgram {
  dist: string;
  appId: string;
  entry: string;
  index: PackageIndex;
  tabBar: TabBar | undefined;
  /** One expression: template path → what the engine runs. */
  templates: string;
  /** CSS by the path of its page or component; `app` for all. */
  styles: Record<string, string>;
  /** JSON of pages and components, with the app's components put in. */
  configs: Record<string, Fields>;
  /** What the template compiler found; a clean build has none. */
  warnings: string[];
}

const trimSlashes = (text: string): string => text.replace(/^\/+|\/+$/g, '');

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

const listFiles = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

const resolveComponent = (from: string, target: string): string =>
  trimSlashes(target.startsWith('/') ? target : path.posix.join(path.posix.dirname(from), target));

/** Everything that a page uses, directly or through its components. */
function componentsOf(page: string, configs: Record<string, Fields>): string[] {
  const found = new Set<string>();
  const visit = (owner: string): void => {
    const using = (configs[owner]?.usingComponents ?? {}) as Record<string, string>;
    for (const target of Object.values(using)) {
      const component = resolveComponent(owner, target);
      if (found.has(component)) continue;
      found.add(component);
      visit(component);
    }
  };
  visit(page);
  found.delete(page);
  return [...found];
}

function readConfigs(dist: string, files: string[], app: AppJson): Record<string, Fields> {
  const shared = Object.fromEntries(
    Object.entries(app.usingComponents ?? {}).map(([tag, target]) => [tag, `/${trimSlashes(target)}`]),
  );
  const paths = files.filter((file) => file.endsWith('.wxml')).map((file) => file.slice(0, -'.wxml'.length));
  return Object.fromEntries(
    paths
      .filter((it) => existsSync(path.join(dist, `${it}.json`)))
      .map((it) => {
        const config = readJson<Fields>(path.join(dist, `${it}.json`));
        return [it, { ...config, usingComponents: { ...shared, ...(config.usingComponents as Fields) } }];
      }),
  );
}

export function readMiniProgram(dist: string): MiniProgram {
  const root = path.resolve(dist);
  if (!existsSync(path.join(root, 'app.json')))
    throw new Error(`${root} holds no mini-program: app.json is missing`);
  const app = readJson<AppJson>(path.join(root, 'app.json'));
  const files = listFiles(root);
  const configs = readConfigs(root, files, app);
  const subPackages = (app.subPackages ?? app.subpackages ?? []).map(({ root: dir, name, pages }) => ({
    root: trimSlashes(dir),
    name,
    pages,
  }));
  const pages = [
    ...app.pages,
    ...subPackages.flatMap(({ root: dir, pages: own }) => own.map((page) => `${dir}/${page}`)),
  ];
  const missing = pages.filter((page) => !files.includes(`${page}.wxml`) || !files.includes(`${page}.js`));
  const project = path.join(root, 'project.config.json');
  const { templates, warnings } = compileTemplates(root, files);
  /** A rule names a package by its root or its name; the main package is always there. */
  const toRoot = (text: string): string =>
    subPackages.find(({ name }) => name === text)?.root ?? trimSlashes(text);
  const preload = Object.entries(app.preloadRule ?? {}).map(([page, { packages, network = 'wifi' }]) => [
    trimSlashes(page),
    { roots: packages.filter((text) => text !== '__APP__').map(toRoot), network },
  ]);
  return {
    dist: root,
    appId: existsSync(project)
      ? (readJson<{ appid?: string }>(project).appid ?? 'touristappid')
      : 'touristappid',
    entry: trimSlashes(app.entryPagePath ?? app.pages[0] ?? ''),
    index: {
      pages,
      tabs: (app.tabBar?.list ?? []).map(({ pagePath }) => trimSlashes(pagePath)),
      subPackages: subPackages.map(({ root: dir }) => dir),
      preload: Object.fromEntries(preload) as PackageIndex['preload'],
      components: Object.fromEntries(pages.map((page) => [page, componentsOf(page, configs)])),
      windows: Object.fromEntries(pages.map((page) => [page, { ...app.window, ...configs[page] }])),
      networkTimeout: app.networkTimeout ?? {},
    },
    tabBar: app.tabBar,
    templates,
    styles: compileStyles(root, files, configs),
    configs,
    warnings: [...missing.map((page) => `page ${page} is declared and its files are missing`), ...warnings],
  };
}
