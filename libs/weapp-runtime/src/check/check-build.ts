import path from 'node:path';
import { BuildFiles } from './build-files';
import type { Finding } from './finding';
import { checkPages } from './pages';
import { checkPrivateApis } from './private-apis';
import { checkRequires } from './requires';
import { checkSchema } from './schema';
import { checkScripts } from './scripts';
import { checkSizes, packageSizes, PLATFORM_SIZES } from './sizes';
import { checkByEngine, checkByWcc, wccIsMissing } from './templates';

export interface Checked {
  findings: Finding[];
  /** What could not be checked on this machine, and why. */
  unchecked: string[];
  /** Bytes of each package by its root; '' is the main one. */
  packages: Record<string, number>;
}

/** Everything that can be said of a compiled mini-program without running it; `most` is what it may weigh. */
export function checkBuild(dist: string, most = PLATFORM_SIZES): Checked {
  const build = new BuildFiles(path.resolve(dist));
  const schema = checkSchema(build);
  // The other checks go by app.json.
  if (build.complaint) return { findings: schema, unchecked: [], packages: {} };
  const missing = wccIsMissing();
  return {
    findings: [
      ...schema,
      ...checkPages(build),
      ...checkSizes(build, most),
      ...checkRequires(build),
      ...checkScripts(build),
      ...checkPrivateApis(build),
      ...checkByEngine(build),
      ...checkByWcc(build),
    ],
    unchecked: missing ? [missing] : [],
    packages: packageSizes(build),
  };
}

/** A check that was not made proves nothing; `wherePossible` lets a machine pass that cannot make it. */
export const isSound = (
  { findings, unchecked }: Pick<Checked, 'findings' | 'unchecked'>,
  { wherePossible = false } = {},
): boolean => findings.length === 0 && (wherePossible || unchecked.length === 0);
