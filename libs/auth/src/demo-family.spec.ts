import { parseEnv } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { DemoFamily } from './demo-family';

/** Neither database nor files are reached. */
const nothing = {};
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://somewhere/wuhao',
  PUBLIC_ORIGINS: 'https://wuhao.example',
};

it('is refused in production by the configuration, and by itself', async () => {
  useTestEnv(production);
  expect(() => parseEnv({ ...process.env, DEMO_FAMILY: '1' })).toThrow(/DEMO_FAMILY/);
  const family = new DemoFamily(nothing as never, nothing as never, nothing as never, nothing as never);
  await expect(family.ensure()).rejects.toThrow('not asked for');
});
