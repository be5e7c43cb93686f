import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { PictureIntake } from './picture-intake';

const dataDir = mkdtempSync(path.join(tmpdir(), 'intake-'));
Object.assign(process.env, {
  DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
  TOKEN_SECRET: 'a'.repeat(32),
  FILE_URL_SECRET: 'b'.repeat(32),
  DATA_DIR: dataDir,
});
afterAll(() => rmSync(dataDir, { recursive: true }));

it('leaves nothing of uploads that are refused by their first bytes, many at once', async () => {
  const intake = new PictureIntake();
  await intake.onModuleInit();
  const refused = Array.from({ length: 200 }, () =>
    intake.receive(Readable.from([Buffer.from('no picture at all')])).catch((error: unknown) => error),
  );
  for (const error of await Promise.all(refused)) expect(error).toMatchObject({ code: 'FILE_TYPE_REFUSED' });
  expect(readdirSync(path.join(dataDir, 'uploads'))).toEqual([]);
});
