import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkPort, takeDataDir } from '../src/standalone/preflight';
import { keepSecrets } from '../src/standalone/secrets';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'preflight-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('makes the directory, closed to other users', async () => {
  const made = path.join(dir, 'deep/data');
  (await takeDataDir(made)).release();
  expect(statSync(made).mode & 0o777).toBe(0o700);
});

it('lets one start at a time have the directory, and the next one after it', async () => {
  const lock = await takeDataDir(dir);
  await expect(takeDataDir(dir)).rejects.toThrow(/^Another start already uses /);
  lock.release();
  (await takeDataDir(dir)).release();
});

it('refuses a disk with too little room, and says how much there is', async () => {
  await expect(takeDataDir(dir, 2 ** 40)).rejects.toThrow(
    /^Only \d+ MB are free .* and 1099511627776 MB are needed: free some space/,
  );
});

it('refuses a port that somebody has, on any of its addresses', async () => {
  const stranger = createServer();
  const port = await new Promise<number>((resolve) =>
    stranger.listen(0, '127.0.0.1', () => resolve((stranger.address() as { port: number }).port)),
  );
  await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken`);
  await expect(checkPort(port, '0.0.0.0')).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((resolve) => stranger.close(resolve));
  await checkPort(port, '127.0.0.1');
});

it('keeps the secrets of the directory, each its own', () => {
  const secrets = keepSecrets(dir);
  expect(secrets.TOKEN_SECRET).not.toBe(secrets.FILE_URL_SECRET);
  expect(keepSecrets(dir)).toEqual(secrets);
});

it('does not make new secrets over a file that it cannot read', () => {
  writeFileSync(path.join(dir, 'secrets.json'), '{"TOKEN_');
  expect(() => keepSecrets(dir)).toThrow(/secrets\.json cannot be read: restore it/);
});
