// Draws the app icon and the H5 app's icons from the logo: `node tools/app-icons.mjs`.
// Its output is committed; run it again when apps/client/src/assets/logo.svg changes.
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

const PINE = '#1f6f5c';
const PAPER = '#fbfaf6';
/** Of the icon's edge: inside of the circle that launchers may cut out, with air around it. */
const LOGO_PART = 0.64;

const logo = await readFile('apps/client/src/assets/logo.svg', 'utf8');
const strokes = logo.match(/<path[^>]*>/g).join('');

/** The logo in paper on pine, square to its corners: each system rounds them in its own way. */
const icon = (edge) => {
  const side = 24 / LOGO_PART;
  const start = (24 - side) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}" viewBox="${start} ${start} ${side} ${side}">
    <rect x="${start}" y="${start}" width="${side}" height="${side}" fill="${PINE}"/>
    <g fill="none" stroke="${PAPER}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${strokes}</g></svg>`;
};
const draw = (edge, file) =>
  sharp(Buffer.from(icon(edge)))
    .png({ palette: true, effort: 10 })
    .toFile(file);

await draw(1024, 'apps/client/src/assets/app-icon-1024.png');
await draw(180, 'apps/client/public/apple-touch-icon.png');
await draw(192, 'apps/client/public/icon-192.png');
await draw(512, 'apps/client/public/icon-512.png');
