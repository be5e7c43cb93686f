import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const base = ['contracts', 'core'];
const feature = [...base, 'db', 'access', 'files', 'arithmetic', 'ai'];
/** What each lib may import, besides itself. The table of docs/architecture.md. */
const MAY_IMPORT = {
  contracts: [],
  arithmetic: [],
  core: ['contracts'],
  db: base,
  storage: base,
  ai: [...base, 'arithmetic'],
  'page-reader': [...base, 'arithmetic'],
  access: [...base, 'db'],
  files: [...base, 'db', 'storage', 'access'],
  user: feature,
  auth: feature,
  mistakes: feature,
  // docs/adr/0002-analytics-imports-mistakes.md
  analytics: [...feature, 'mistakes'],
  operations: feature,
  homework: [...feature, 'mistakes', 'page-reader'],
  learning: [...feature, 'mistakes', 'page-reader'],
  'weapp-runtime': [],
};
const depConstraints = [
  ...Object.entries(MAY_IMPORT).map(([lib, targets]) => ({
    sourceTag: `lib:${lib}`,
    onlyDependOnLibsWithTags: [lib, ...targets].map((target) => `lib:${target}`),
  })),
  {
    sourceTag: 'app:server',
    onlyDependOnLibsWithTags: Object.keys(MAY_IMPORT)
      .filter((lib) => lib !== 'weapp-runtime')
      .map((lib) => `lib:${lib}`),
  },
  { sourceTag: 'app:client', onlyDependOnLibsWithTags: ['lib:contracts', 'lib:weapp-runtime'] },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/fixtures', '**/node_modules', '**/tmp', '**/data', '.nx', '**/generated'] },
  ...nx.configs['flat/base'],
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['jest.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints },
      ],
    },
  },
  {
    // Stand-ins and builders are for tests.
    files: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.ts', 'apps/client/src/**/*.tsx'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', '**/testing/**', '**/testing.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@wuhao/(.*/testing|weapp-runtime)$', message: 'for tests only' }] },
      ],
      'no-console': 'error',
    },
  },
  {
    // The client takes types from the contracts and runs only their zod-free entries.
    files: ['apps/client/src/**/*.ts', 'apps/client/src/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: '@wuhao/contracts', allowTypeImports: true, message: 'types only' }] },
      ],
    },
  },
  {
    files: ['**/*.cjs', 'apps/client/config/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
