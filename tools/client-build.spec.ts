import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

// What the two builds of the client are made of. Built before by `npm test`.
const clientBuild = () => import('./client-build.mjs');
type ClientBuild = Awaited<ReturnType<typeof clientBuild>>;
const PAGE = /^apps\/client\/src\/(pages\/.+)\.tsx$/;
/** Needed by some pages only, and large: never before a page asks for them. */
const LATER = /src\/shared\/ui\/(charts|markdown)\/|node_modules\/(katex|marked)\//;

const FEATURE = /src\/features\//;
const OF_GUARDIANS = ['pages/guardian/child', 'pages/mistakes/of-child'];

/** Packages of the pages whose routes this source names. */
const leadsTo = (source: string): string[] =>
  [...readFileSync(source, 'utf8').matchAll(/\broutes\.(\w+)\(/g)].map(([, name]) => {
    const route = new RegExp(`\\b${name}: [^']*'/(pages/\\w+)/`).exec(
      readFileSync('apps/client/src/shared/routes.ts', 'utf8'),
    );
    if (!route) throw new Error(`${source} leads to ${name}, which is no route`);
    return route[1]!;
  });

let build: ClientBuild;
let root: string;
beforeAll(async () => {
  build = await clientBuild();
  root = process.cwd();
  process.chdir(path.resolve(import.meta.dirname, '..'));
});
afterAll(() => process.chdir(root));

describe('H5', () => {
  it('has a chunk of its own for every page', () => {
    const { pages } = build.h5Modules();
    const { subPackages, pages: tabs } = JSON.parse(
      readFileSync(path.join(build.WEAPP, 'app.json'), 'utf8'),
    ) as { pages: string[]; subPackages: { root: string; pages: string[] }[] };
    const all = [...tabs, ...subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))];
    expect(Object.keys(pages).sort()).toEqual(all.sort());
  });

  it('has nothing of the gallery, which is for development', () => {
    const sources = [build.h5Modules(), build.weappModules()].flatMap(({ files }) =>
      Object.values(files).flat(),
    );
    expect(sources).toContain('apps/client/src/shared/ui/Button.tsx');
    expect(sources.filter((source) => source.includes('gallery'))).toEqual([]);
    expect(readFileSync(path.join(build.WEAPP, 'app.json'), 'utf8')).not.toContain('gallery');
  });

  it('loads nothing of another page with a page', () => {
    const { entries, pages, files } = build.h5Modules();
    for (const [page, own] of Object.entries(pages)) {
      const loaded = [...Object.values(entries).flat(), ...own].flatMap((file) => files[file] ?? []);
      const found = loaded.flatMap((source) => PAGE.exec(source)?.[1] ?? []);
      expect(found).toEqual([page]);
    }
  });

  // The outbox sends for features without a page of theirs, so what they send is there from the start.
  it('keeps what a feature draws out of the files that every page loads', () => {
    const { entries, pages, files } = build.h5Modules();
    const everywhere = Object.values(pages).reduce((a, b) => a.filter((file) => b.includes(file)));
    const sources = [...Object.values(entries).flat(), ...everywhere].flatMap((file) => files[file] ?? []);
    expect(sources).toContain('apps/client/src/shared/ui/Button.tsx');
    expect(sources.filter((source) => /src\/(features|pages)\/.*\.(tsx|scss)$/.test(source))).toEqual([]);
  });

  it('leaves out the scroll listeners of the router, which hold every page that was ever open', () => {
    const sources = Object.values(build.h5Modules().files).flat();
    expect(sources).toContain('node_modules/@tarojs/router/dist/events/resize.js');
    expect(sources).not.toContain('node_modules/@tarojs/router/dist/events/scroll.js');
  });

  it('starts without charts and formulas', () => {
    const { entries, pages, files } = build.h5Modules();
    const first = [...Object.values(entries).flat(), ...pages[build.FIRST_ROUTE]!].flatMap(
      (file) => files[file] ?? [],
    );
    expect(first.length).toBeGreaterThan(100);
    expect(first.filter((source) => LATER.test(source))).toEqual([]);
  });

  it('is compressed beside itself, to the same bytes', () => {
    const texts = build.shippedIn(build.H5).filter((file) => /\.(js|css|html)$/.test(file));
    const large = texts.filter((file) => readFileSync(file).length >= 512);
    expect(large.length).toBeGreaterThan(20);
    for (const file of large) {
      const bytes = readFileSync(file);
      expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(bytes)).toBe(true);
      expect(gunzipSync(readFileSync(`${file}.gz`)).equals(bytes)).toBe(true);
      expect(readFileSync(`${file}.br`).length).toBeLessThan(readFileSync(`${file}.gz`).length);
    }
  });
});

describe('the mini-program', () => {
  const sourcesOf = (files: string[]) => {
    const { files: sources } = build.weappModules();
    return files.flatMap((file) => sources[path.relative(build.WEAPP, file)] ?? []);
  };

  it('has its tab pages alone in the main package', () => {
    const { tabBar } = JSON.parse(readFileSync(path.join(build.WEAPP, 'app.json'), 'utf8')) as {
      tabBar: { list: { pagePath: string }[] };
    };
    const found = sourcesOf(build.mainPackage()).flatMap((source) => PAGE.exec(source)?.[1] ?? []);
    expect(found.sort()).toEqual(tabBar.list.map(({ pagePath }) => pagePath).sort());
  });

  it('has no charts and formulas there', () => {
    const sources = sourcesOf(build.mainPackage());
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((source) => LATER.test(source))).toEqual([]);
  });

  it('fetches ahead every package that a tab page leads to', () => {
    const { preloadRule, subPackages } = JSON.parse(
      readFileSync(path.join(build.WEAPP, 'app.json'), 'utf8'),
    ) as { preloadRule: Record<string, { packages: string[] }>; subPackages: { root: string }[] };
    const roots = subPackages.map((sub) => sub.root);
    const ahead = Object.values(preloadRule).flatMap(({ packages }) => packages);
    expect(ahead.filter((name) => !roots.includes(name))).toEqual([]);
    expect(roots.filter((name) => !ahead.includes(name))).toEqual([]);
    expect(roots.every((name) => existsSync(path.join(build.WEAPP, name)))).toBe(true);
  });

  it('fetches ahead from every page what its own taps lead to', () => {
    const { preloadRule } = JSON.parse(readFileSync(path.join(build.WEAPP, 'app.json'), 'utf8')) as {
      preloadRule: Record<string, { packages: string[] }>;
    };
    const { pages, files } = build.h5Modules();
    const missing = Object.entries(pages).flatMap(([page, own]) => {
      const ahead = [path.dirname(page), ...(preloadRule[page]?.packages ?? [])];
      const drawn = own.flatMap((file) => files[file] ?? []).filter((source) => FEATURE.test(source));
      const led = new Set(drawn.flatMap(leadsTo).filter((name) => !ahead.includes(name)));
      if (OF_GUARDIANS.includes(page)) led.delete('pages/review'); // who looks on does not review
      return [...led].map((name) => `${page} leads to ${name}`);
    });
    expect(leadsTo('apps/client/src/features/mistakes/components/MistakeBook.tsx')).toContain('pages/review');
    expect(missing).toEqual([]);
  });
});
