import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { useTestEnv } from '@wuhao/core/testing';
import { PictureIntake } from './picture-intake';

const dataDir = mkdtempSync(path.join(tmpdir(), 'intake-'));
useTestEnv({ DATA_DIR: dataDir });
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
