import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EnvSchema, parseEnv } from './env';

const good = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1/wuhao',
  TOKEN_SECRET: 'a'.repeat(32),
  FILE_URL_SECRET: 'b'.repeat(32),
};
const production = { ...good, NODE_ENV: 'production', PUBLIC_ORIGINS: 'https://wuhao.example' };

describe('parseEnv', () => {
  it('fills in what is safe for a laptop', () => {
    expect(parseEnv(good)).toMatchObject({
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: 3000,
      DEMO_FAMILY: false,
    });
  });

  it('takes an empty value as absent', () => {
    expect(parseEnv({ ...good, REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string]>([
    ['a missing database', { ...good, DATABASE_URL: '' }, 'DATABASE_URL: missing'],
    ['a short secret', { ...good, TOKEN_SECRET: 'short-secret' }, 'TOKEN_SECRET: not acceptable'],
    ['the demo family in production', { ...production, DEMO_FAMILY: '1' }, 'DEMO_FAMILY'],
    [
      'one secret for two uses in production',
      { ...production, FILE_URL_SECRET: good.TOKEN_SECRET },
      'FILE_URL_SECRET',
    ],
    ['plain http in production', { ...production, PUBLIC_ORIGINS: 'http://wuhao.example' }, 'https only'],
    ['no origin in production', { ...production, PUBLIC_ORIGINS: '' }, 'PUBLIC_ORIGINS: needed'],
    ['OSS without its keys', { ...good, STORAGE_DRIVER: 'oss' }, 'OSS_BUCKET: needed'],
  ])('refuses %s by name', (_name, source, message) => {
    expect(() => parseEnv(source)).toThrow(message);
  });

  it('names every bad key at once and never a value', () => {
    const source = { DATABASE_URL: 'mysql://secret-host', TOKEN_SECRET: 'hush', PORT: 'ninety' };
    const message = String(
      (() => {
        try {
          parseEnv(source);
          return '';
        } catch (e) {
          return e;
        }
      })(),
    );
    for (const key of ['DATABASE_URL', 'TOKEN_SECRET', 'FILE_URL_SECRET', 'PORT'])
      expect(message).toContain(key);
    for (const value of Object.values(source)) expect(message).not.toContain(value);
  });
});

describe('.env.example', () => {
  it('is what the schema says (run with UPDATE_ENV_EXAMPLE=1 to write it)', () => {
    const file = path.resolve(__dirname, '../../../.env.example');
    const { properties = {} } = z.toJSONSchema(EnvSchema, { io: 'input', unrepresentable: 'any' });
    const lines = Object.entries(properties).flatMap(([key, value]) => {
      const { title, default: preset } = value as { title?: string; default?: unknown };
      return [`# ${title}`, `${preset === undefined ? '#' : ''}${key}=${preset ?? ''}`, ''];
    });
    const expected = `${lines.join('\n').trimEnd()}\n`;
    if (process.env.UPDATE_ENV_EXAMPLE) writeFileSync(file, expected);
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });
});
