// What stands in which file of the client's builds, from the maps that apps/client/config/module-map.js writes.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const H5 = 'dist/client/h5';
export const WEAPP = 'dist/client/weapp';
export const FIRST_ROUTE = 'pages/tabs/home';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Every file that is shipped; compressed copies and licences are none. */
export const shippedIn = (dir) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$|LICENSE\.txt$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

export const sizeOf = (file) => statSync(file).size;
export const gzippedSizeOf = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
export const sum = (files, of) => files.reduce((total, file) => total + of(file), 0);

/** `entries` and `pages` name files, `files` the sources in each. */
export const h5Modules = () => json(`${H5}.modules.json`);
export const weappModules = () => json(`${WEAPP}.modules.json`);

/** What the browser loads, besides the document, before this page stands. */
export const loadedFor = (page, { entries, pages } = h5Modules()) => {
  if (!pages[page]) throw new Error(`${page} was not found in the build`);
  return [...new Set([...Object.values(entries).flat(), ...pages[page]])].map((file) => path.join(H5, file));
};

const subPackages = () => json(path.join(WEAPP, 'app.json')).subPackages.map(({ root }) => `${root}/`);
export const mainPackage = (roots = subPackages()) =>
  shippedIn(WEAPP).filter((file) => !roots.some((root) => path.relative(WEAPP, file).startsWith(root)));

/** Bytes of every picture and font that stands inside of a style sheet or script. */
export const inlinedSizes = (files) =>
  files
    .filter((file) => /\.(wxss|js)$/.test(file))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/data:(?:image|font|application)\/[\w+-]+;base64,([\w+/]+)/g),
    ])
    .map(([, base64]) => Math.floor((base64.length * 3) / 4));
