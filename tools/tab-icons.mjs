// Draws the mini-program's tab bar pictures, which WeChat wants as PNG, from the paths of the icon set:
// `node tools/tab-icons.mjs`. Its output is committed; run it again when an icon changes.
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

const client = 'apps/client/src';
const icons = await readFile(`${client}/shared/ui/icons.scss`, 'utf8');
const COLOURS = { '': '#55635d', '-on': '#1f6f5c' }; // ink-2 and pine

for (const name of ['home', 'book', 'person']) {
  const path = icons.match(new RegExp(`'${name}':\\s*'([^']+)'`))[1];
  for (const [suffix, colour] of Object.entries(COLOURS)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="-1.5 -1.5 27 27" fill="none"
      stroke="${colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;
    await sharp(Buffer.from(svg)).png({ palette: true }).toFile(`${client}/assets/tab-${name}${suffix}.png`);
  }
}
