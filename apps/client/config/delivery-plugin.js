const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { brotliCompressSync, constants, gzipSync } = require('node:zlib');

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/;
/** Below this a compressed copy saves less than its own headers cost. */
const WORTH_BYTES = 512;

const filesOf = (dir) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Beside each text file its Brotli and gzip forms, made once here as hard as it goes; the server only picks. */
const compress = (dir) => {
  for (const file of filesOf(dir)) if (/\.(br|gz)$/.test(file)) rmSync(file);
  for (const file of filesOf(dir)) {
    const bytes = readFileSync(file);
    if (!TEXT.test(file) || bytes.length < WORTH_BYTES) continue;
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
};

/**
 * `preload.json`: what each address of the app needs besides the document's own files. The server names them in the
 * answer's head (apps/server/src/preload.ts), so that they come beside the app and not after it.
 */
const namePreloads = ({ outputPath, customRoutes }) => {
  const { entries, pages } = JSON.parse(readFileSync(`${outputPath}.modules.json`, 'utf8'));
  const inDocument = Object.values(entries).flat();
  const routes = Object.entries(pages).map(([page, files]) => [
    customRoutes[`/${page}`] ?? `/${page}`,
    files.filter((file) => !inDocument.includes(file)).map((file) => `/${file}`),
  ]);
  const byAddress = Object.fromEntries(routes);
  // The bare address leads to the first page.
  const all = { '/': byAddress['/home'], ...byAddress };
  writeFileSync(path.join(outputPath, 'preload.json'), JSON.stringify(all));
};

module.exports = (ctx) => {
  ctx.onBuildFinish(({ error, isWatch }) => {
    if (error || isWatch || process.env.TARO_ENV !== 'h5') return;
    const { outputPath } = ctx.paths;
    namePreloads({ outputPath, customRoutes: ctx.initialConfig.h5.router.customRoutes });
    compress(outputPath);
  });
};
