import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from 'jest';

const root = import.meta.dirname ?? __dirname;
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { paths } = json('tsconfig.base.json').compilerOptions as { paths: Record<string, [string]> };
const swcrc = json('.swcrc');

/** SWC resolves the aliases itself, because Jest does not map modules in globalSetup. */
const swc = (tsx: boolean) => ({
  ...swcrc,
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    ...swcrc.jsc,
    baseUrl: root,
    paths,
    parser: { ...swcrc.jsc.parser, tsx },
    transform: { ...swcrc.jsc.transform, ...(tsx ? { react: { runtime: 'automatic' } } : {}) },
  },
});

const node = (displayName: string, dir: string, testMatch: string[]): Config => ({
  displayName,
  rootDir: path.join(root, dir),
  testEnvironment: 'node',
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  setupFiles: ['reflect-metadata'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc(false)] },
});

const libs = readdirSync(path.join(root, 'libs'));

const config: Config = {
  globalSetup: '<rootDir>/libs/db/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/libs/db/src/testing/global-teardown.ts',
  transform: { '^.+\\.ts$': ['@swc/jest', swc(false)] },
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    ...libs.map((lib) => node(lib, `libs/${lib}`, ['src/**/*.spec.ts'])),
    node('tools', 'tools', ['**/*.spec.ts']),
    node('server', 'apps/server', ['src/**/*.spec.ts', 'e2e/**/*.spec.ts']),
    node('client-e2e', 'apps/client', ['e2e/**/*.spec.ts']),
    {
      ...node('client', 'apps/client', ['src/**/*.spec.ts', 'src/**/*.spec.tsx']),
      testEnvironment: 'jsdom',
      // Platform files are tested in their H5 form, as Taro would choose them.
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'cjs', 'json', 'node'],
      setupFiles: ['<rootDir>/src/testing/set-up.ts'],
      globals: { API_ORIGIN: '', CLIENT_VERSION: '0.0.0-test' },
      moduleNameMapper: {
        '\\.(scss|css)$': '<rootDir>/src/testing/empty.cjs',
        '^@tarojs/taro$': '<rootDir>/src/testing/taro.ts',
        '/transport$': '<rootDir>/src/testing/fake-server.ts',
        '/kept-photos$': '<rootDir>/src/testing/kept-photos.ts',
      },
      transform: { '^.+\\.tsx?$': ['@swc/jest', swc(true)] },
    },
  ],
};

export default config;
