import { type BuildFiles, MAIN, resolveFrom, trimSlashes } from './build-files';
import { type Finding, finding } from './finding';

/** What app.json declares is there, what is there is declared, and the tab bar leads into the main package. */
export function checkPages(build: BuildFiles): Finding[] {
  const { pages } = build;
  const missing = pages.flatMap((page) =>
    ['.js', '.json', '.wxml']
      .filter((suffix) => !build.has(page + suffix))
      .map((suffix) => finding('pages', page + suffix, 'belongs to a declared page and is missing')),
  );
  const twice = pages
    .filter((page, at) => pages.indexOf(page) !== at)
    .map((page) => finding('pages', page, 'is declared twice'));
  return [
    ...missing,
    ...twice,
    ...undeclared(build),
    ...checkTabs(build),
    ...checkComponents(build),
    ...checkPreload(build),
  ];
}

/** A page that nobody can open is weight, and more often a page that was forgotten. */
const undeclared = (build: BuildFiles): Finding[] =>
  build
    .ending('.wxml')
    .map((name) => name.slice(0, -'.wxml'.length))
    .filter((name) => build.has(`${name}.js`) && build.has(`${name}.json`) && !build.pages.includes(name))
    .filter((name) => !isComponent(build, name))
    .map((name) => finding('pages', name, 'is a page that app.json does not declare'));

const isComponent = (build: BuildFiles, name: string): boolean =>
  (build.json(`${name}.json`)[0] as { component?: boolean } | undefined)?.component === true;

function checkTabs(build: BuildFiles): Finding[] {
  const tabs = (build.app.tabBar?.list ?? []).map(({ pagePath }) => trimSlashes(pagePath));
  return tabs.flatMap((tab) => {
    if (!build.pages.includes(tab)) return [finding('pages', tab, 'is a tab and no declared page')];
    return build.packageOf(`${tab}.js`) === MAIN
      ? []
      : [finding('pages', tab, 'is a tab and lies in a sub-package')];
  });
}

function checkComponents(build: BuildFiles): Finding[] {
  return build.ending('.json').flatMap((name) => {
    const using = (build.json(name)[0] as { usingComponents?: Record<string, string> } | undefined)
      ?.usingComponents;
    return Object.entries(using ?? {})
      .filter(([, target]) => !target.startsWith('plugin://'))
      .flatMap(([tag, target]) => {
        const component = resolveFrom(name, target);
        const complete = ['.js', '.json', '.wxml'].every((suffix) => build.has(component + suffix));
        return complete && isComponent(build, component)
          ? []
          : [finding('pages', name, `<${tag}> leads to ${component}, which is no component`)];
      });
  });
}

function checkPreload(build: BuildFiles): Finding[] {
  return Object.entries(build.app.preloadRule ?? {}).flatMap(([page, { packages }]) => [
    ...(build.pages.includes(page)
      ? []
      : [finding('pages', 'app.json', `preloadRule of ${page}, which is no page`)]),
    ...packages
      .filter((root) => root !== '__APP__' && build.rootOf(root) === undefined)
      .map((root) => finding('pages', 'app.json', `preloadRule loads ${root}, which is no sub-package`)),
  ]);
}
