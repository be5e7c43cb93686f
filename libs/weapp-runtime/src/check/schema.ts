import { z } from 'zod';
import type { BuildFiles } from './build-files';
import { type Finding, finding } from './finding';
import { LOCATION } from './private-apis';

const Colour = z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'a colour as #RRGGBB');
const TextStyle = z.enum(['black', 'white']);
const Components = z.record(z.string(), z.string());
const Path = z.string().regex(/^[^/.][^.]*$/, 'a path without a leading slash or a suffix');
const Network = z.enum(['all', 'wifi']);

/** What a window of the app or of one page can be told. */
const WINDOW = {
  navigationBarBackgroundColor: Colour,
  navigationBarTextStyle: TextStyle,
  navigationBarTitleText: z.string(),
  navigationStyle: z.enum(['default', 'custom']),
  homeButton: z.boolean(),
  backgroundColor: Colour,
  backgroundColorContent: Colour,
  backgroundTextStyle: z.enum(['dark', 'light']),
  backgroundColorTop: Colour,
  backgroundColorBottom: Colour,
  enablePullDownRefresh: z.boolean(),
  onReachBottomDistance: z.number().min(0),
  pageOrientation: z.enum(['auto', 'portrait', 'landscape']),
  restartStrategy: z.enum(['homePage', 'homePageAndLatestPage']),
  initialRenderingCache: z.enum(['static', 'dynamic']),
  visualEffectInBackground: z.enum(['hidden', 'none']),
  handleWebviewPreload: z.enum(['static', 'manual', 'auto']),
};

const SubPackage = z.strictObject({
  root: z.string().min(1),
  name: z.string().optional(),
  pages: z.array(Path).min(1),
  // The runtime would load the main package with it, which a phone does not.
  independent: z.literal(false, 'an independent sub-package is not carried out by this runtime').optional(),
  entry: z.string().optional(),
  plugins: z.record(z.string(), z.unknown()).optional(),
});

const TabBar = z.strictObject({
  color: Colour,
  selectedColor: Colour,
  backgroundColor: Colour,
  borderStyle: TextStyle.optional(),
  position: z.enum(['bottom', 'top']).optional(),
  custom: z.boolean().optional(),
  list: z
    .array(
      z.strictObject({
        pagePath: Path,
        text: z.string().min(1),
        iconPath: z.string().optional(),
        selectedIconPath: z.string().optional(),
      }),
    )
    .min(2)
    .max(5),
});

const AppJson = z
  .strictObject({
    pages: z.array(Path).min(1),
    entryPagePath: Path,
    window: z.strictObject(WINDOW).partial(),
    tabBar: TabBar,
    subPackages: z.array(SubPackage),
    subpackages: z.array(SubPackage),
    preloadRule: z.record(
      Path,
      z.strictObject({ packages: z.array(z.string()).min(1), network: Network.optional() }),
    ),
    usingComponents: Components,
    componentPlaceholder: Components,
    networkTimeout: z.partialRecord(
      z.enum(['request', 'connectSocket', 'uploadFile', 'downloadFile']),
      z.int().min(1),
    ),
    debug: z.literal(false),
    permission: z.record(
      z.string().startsWith('scope.'),
      z.strictObject({ desc: z.string().min(1).max(30) }),
    ),
    requiredPrivateInfos: z.array(z.enum(LOCATION)),
    requiredBackgroundModes: z.array(z.enum(['audio', 'location', 'bluetooth'])),
    __usePrivacyCheck__: z.boolean(),
    lazyCodeLoading: z.literal('requiredComponents'),
    style: z.literal('v2'),
    darkmode: z.boolean(),
    themeLocation: z.string(),
    sitemapLocation: z.string(),
    resizable: z.boolean(),
    workers: z.union([z.string(), z.strictObject({ path: z.string(), isSubpackage: z.boolean() })]),
    plugins: z.record(z.string(), z.unknown()),
    navigateToMiniProgramAppIdList: z.array(z.string()).max(10),
    halfPage: z.strictObject({ firstPageNavigationStyle: z.enum(['default', 'custom']) }),
    renderer: z.enum(['webview', 'skyline']),
    rendererOptions: z.record(z.string(), z.unknown()),
    componentFramework: z.enum(['exparser', 'glass-easel']),
    singlePage: z.strictObject({ navigationBarFit: z.enum(['squeezed', 'float']) }),
    supportedMaterials: z.array(z.unknown()),
    serviceProviderTicket: z.string(),
    embeddedAppIdList: z.array(z.string()),
    convertRpxToVw: z.boolean(),
  })
  .partial()
  .required({ pages: true });

const ComponentJson = {
  component: z.boolean(),
  usingComponents: Components,
  componentGenerics: z.record(z.string(), z.unknown()),
  componentPlaceholder: z.record(z.string(), z.string()),
  styleIsolation: z.enum([
    'isolated',
    'apply-shared',
    'shared',
    'page-isolated',
    'page-apply-shared',
    'page-shared',
  ]),
  virtualHost: z.boolean(),
  pureDataPattern: z.string(),
};
const PageJson = z
  .strictObject({
    ...WINDOW,
    ...ComponentJson,
    disableScroll: z.boolean(),
    style: z.literal('v2'),
    renderer: z.enum(['webview', 'skyline']),
    rendererOptions: z.record(z.string(), z.unknown()),
    componentFramework: z.enum(['exparser', 'glass-easel']),
    singlePage: z.strictObject({ navigationBarFit: z.enum(['squeezed', 'float']) }),
  })
  .partial();

/** Keys that a framework writes and the platform passes over; anything else unknown is most likely misspelt. */
const PASSED_OVER = ['animation'];

/** app.json and the JSON of every page and component: known keys, right types. */
export function checkSchema(build: BuildFiles): Finding[] {
  if (build.complaint) return [finding('schema', 'app.json', build.complaint)];
  const others = build
    .ending('.json')
    .filter((name) => build.has(name.replace(/\.json$/, '.wxml')))
    .flatMap((name) => {
      const [config, complaint] = build.json(name);
      return complaint ? [finding('schema', name, complaint)] : judge(name, PageJson, config);
    });
  return [...judge('app.json', AppJson, build.app), ...others];
}

function judge(name: string, schema: z.ZodType, config: unknown): Finding[] {
  const known = Object.fromEntries(
    Object.entries(config as object).filter(([key]) => !PASSED_OVER.includes(key)),
  );
  const { error } = schema.safeParse(known);
  return (error?.issues ?? []).map(({ path, message }) =>
    finding('schema', name, `${path.join('.') || 'top level'}: ${message}`),
  );
}
