// npm run shots -- [part of a name]: pictures of every page in every state and of the gallery, in every size, into
// tmp/shots, on the built client and the real server with a demo family. For looking; it also prints, and fails for,
// what axe finds, controls under 44 px, text that is cut, and pages that jump.
// Needs `npm run build` and `npx nx run client:build-gallery`.
import { loadBundled } from './bundled.mjs';

const { takeShots } = await loadBundled('apps/client/e2e/people/shots.ts');
const complaints = await takeShots(process.argv[2] ?? '');
process.stdout.write(complaints.length > 0 ? `${complaints.join('\n')}\n` : 'nothing to complain about\n');
process.exit(complaints.length > 0 ? 1 : 0);
