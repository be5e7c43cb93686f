import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

/** file, what it imports, the rule that must speak (null: it may) */
const PLANTED: [file: string, line: string, rule: string | null][] = [
  ['libs/contracts/src/enums.ts', `import { Clock } from '@wuhao/core';`, '@nx/enforce-module-boundaries'],
  [
    'libs/arithmetic/src/index.ts',
    `import { VERDICTS } from '@wuhao/contracts';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'libs/mistakes/src/index.ts',
    `import { HomeworkModule } from '@wuhao/homework';`,
    '@nx/enforce-module-boundaries',
  ],
  ['libs/user/src/index.ts', `import { AuthModule } from '@wuhao/auth';`, '@nx/enforce-module-boundaries'],
  [
    'libs/homework/src/index.ts',
    `import { ObjectStore } from '@wuhao/storage';`,
    '@nx/enforce-module-boundaries',
  ],
  ['libs/homework/src/index.ts', `import { MistakesModule } from '@wuhao/mistakes';`, null],
  [
    'libs/homework/src/homework-status.ts',
    `import { createTestDatabase } from '@wuhao/db/testing';`,
    'no-restricted-imports',
  ],
  ['apps/client/src/app.tsx', `import { Clock } from '@wuhao/core';`, '@nx/enforce-module-boundaries'],
  [
    'apps/client/src/app.tsx',
    `import { Uuid } from '@wuhao/contracts';`,
    '@typescript-eslint/no-restricted-imports',
  ],
  ['apps/client/src/app.tsx', `import type { Box } from '@wuhao/contracts';`, null],
  ['libs/homework/src/homework-status.ts', `Promise.resolve();`, '@typescript-eslint/no-floating-promises'],
];
const RULES = new Set(PLANTED.map(([, , rule]) => rule));

/** The rules that speak against each planted line, by ESLint as `nx lint` runs it. */
function lintPlanted(): string[][] {
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint();
    const out = [];
    for (const { file, code } of JSON.parse(process.argv[1])) {
      const [result] = await eslint.lintText(code, { filePath: file });
      out.push(result.messages.map((m) => m.fatal ? 'fatal: ' + m.message : m.ruleId));
    }
    console.log(JSON.stringify(out));`;
  const planted = PLANTED.map(([file, line]) => ({
    file: path.join(root, file),
    code: `${line}\n${readFileSync(path.join(root, file), 'utf8')}`,
  }));
  const stdout = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(planted)],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return JSON.parse(stdout) as string[][];
}

describe('module boundaries', () => {
  let found: string[][];
  beforeAll(() => {
    // Without its project graph the rule says nothing.
    execFileSync('node_modules/.bin/nx', ['graph', '--file=tmp/graph.json'], { cwd: root, stdio: 'pipe' });
    found = lintPlanted();
  }, 120_000);

  it.each(PLANTED.map((planted, index) => [...planted, index] as const))(
    '%s with "%s" → %s',
    (_file, _line, rule, index) => {
      const spoken = found[index]!.filter((id) => RULES.has(id) || id.startsWith('fatal'));
      expect(spoken).toEqual(rule ? [rule] : []);
    },
  );
});
