const path = require('node:path');
const { readFileSync } = require('node:fs');
const { NormalModuleReplacementPlugin, ProvidePlugin } = require('webpack');
const FrameEntries = require('./frame-entries');
const ModuleMap = require('./module-map');

const root = path.resolve(__dirname, '../../..');
const src = path.resolve(__dirname, '../src');
const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { paths } = json('tsconfig.base.json').compilerOptions;
const alias = Object.fromEntries(
  Object.entries(paths)
    .filter(([name]) => name.startsWith('@wuhao/contracts/'))
    .map(([name, [file]]) => [name, path.join(root, file)]),
);

/** WeChat's engines lag behind: packages in modern syntax are transpiled as well. */
const modern = (file) => /node_modules[\\/](@tanstack|katex|marked)[\\/]/.test(file);
const contracts = path.join(root, 'libs/contracts/src');
const isH5 = process.env.TARO_ENV === 'h5';
/** Formulas: docs/adr/0007-markdown-and-formulas.md. */
const trimKatex = (chain) =>
  chain.module
    .rule('katexCss')
    .test(/katex[\\/]dist[\\/]katex\.css$/)
    .pre()
    .use('katex')
    .loader(path.join(__dirname, 'katex-css-loader.js'))
    .options({ inlined: !isH5 });
/** Puts a file of ours in the place of a module of Taro's. */
const replaceModule = (chain, module, file) =>
  chain.plugin(`replace ${file}`).use(NormalModuleReplacementPlugin, [module, path.join(src, file)]);
/** With TARO_APP_GALLERY the same app has one more page, for development, and goes elsewhere. */
const output = `dist/client/${process.env.TARO_APP_GALLERY ? 'gallery-' : ''}${process.env.TARO_ENV}`;
const mapModules = (chain) =>
  chain.plugin('moduleMap').use(ModuleMap, [{ file: path.join(root, `${output}.modules.json`), root }]);

module.exports = {
  projectName: 'client',
  // Sizes are real px on both targets, never rem or rpx: type stays readable on small phones
  // and a tablet shows more, not bigger.
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `../../${output}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.join(__dirname, 'aria-plugin.js'), path.join(__dirname, 'delivery-plugin.js')],
  alias,
  copy: { patterns: isH5 ? [{ from: 'public/', to: `../../${output}/` }] : [], options: {} },
  defineConstants: {
    API_ORIGIN: JSON.stringify(process.env.TARO_APP_API_ORIGIN ?? 'https://api.wuhao.example'),
    CLIENT_VERSION: JSON.stringify(json('package.json').version),
  },
  mini: {
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
    compile: { include: [contracts, modern] },
    webpackChain(chain) {
      mapModules(chain);
      trimKatex(chain);
      // The mini-program's logic layer has none; queries are cancelled with it.
      chain
        .plugin('abortController')
        .use(ProvidePlugin, [
          { AbortController: [path.join(src, 'shared/platform/abort-controller.ts'), 'AbortController'] },
        ]);
    },
  },
  // Taro's default quote_keys makes terser print private methods as #"m"(): a syntax error.
  terser: {
    enable: true,
    config: {
      output: { quote_keys: false, keep_quoted_props: false },
      // Frameworks chatter; React's console.error stays, which tells of errors that a boundary caught.
      compress: { drop_console: ['log', 'info', 'debug', 'warn'] },
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // Fonts as files, never inside of a style sheet: they come when a letter of theirs does.
    fontUrlLoaderOption: { limit: 1, name: () => 'static/fonts/[name].[contenthash:8][ext]' },
    router: {
      mode: 'browser',
      customRoutes: {
        '/pages/tabs/home': '/home',
        '/pages/tabs/mistakes': '/mistakes',
        '/pages/tabs/me': '/me',
      },
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: false },
      autoprefixer: { enable: true },
      cssModules: { enable: false },
    },
    compile: { include: [contracts] },
    webpackChain(chain) {
      mapModules(chain);
      trimKatex(chain);
      chain.plugin('frameEntries').use(FrameEntries, [
        {
          session: [path.join(src, 'frames/session.ts')],
          react: ['react', 'react-dom/client'],
          router: [path.join(src, 'frames/router.ts')],
          server: [path.join(src, 'frames/server.ts')],
        },
      ]);
      chain.performance.hints(false); // tools/budget.mjs watches sizes
      // What several pages share is loaded once, beside the app, instead of inside of each page.
      chain.merge({
        optimization: {
          splitChunks: {
            cacheGroups: {
              shared: {
                name: 'shared',
                chunks: 'async',
                minChunks: 3,
                priority: 50,
                enforce: true,
                // Never what only some pages need and is large.
                test: ({ resource = '' }) =>
                  /[\\/](src[\\/]shared|node_modules)[\\/].*\.m?[jt]sx?$/.test(resource) &&
                  !/[\\/](ui[\\/](charts|markdown)|katex|marked)[\\/]/.test(resource),
              },
            },
          },
        },
      });
      // Pages use plain elements, not Taro's web components: docs/adr/0001-own-components.md.
      const none = path.join(src, 'shared/platform/no-web-components.h5.ts');
      chain.resolve.alias
        .set('@tarojs/components/dist/components', none)
        .set('@tarojs/components/dist/taro-components/taro-components.css', none)
        .set('@tarojs/router$', path.join(src, 'frames/router.ts'));
      // Taro keeps a scroll listener of every page that was ever open, and with it the page.
      replaceModule(chain, /[\\/]events[\\/]scroll\.js$/, 'shared/platform/no-page-scroll.h5.ts');
      replaceModule(chain, /[\\/]navigationBar\.js$/, 'shared/platform/no-navigation-bar.h5.ts');
    },
  },
};
