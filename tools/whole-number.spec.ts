import { spawnSync } from 'node:child_process';
import path from 'node:path';

const read = async (text: string | undefined, least: number): Promise<number | undefined> =>
  (await import('./whole-number.mjs')).wholeNumber('repeat', text, least);

it('reads a number, or that there is none', async () => {
  expect(await read('30', 1)).toBe(30);
  expect(await read('0', 0)).toBe(0);
  expect(await read(undefined, 1)).toBeUndefined();
});

it.each(['abc', '', '1.5', '-1', '0', '1e3', '99999999999999999999'])('refuses "%s"', async (text) => {
  await expect(read(text, 1)).rejects.toThrow(`--repeat takes a whole number from 1 on, not "${text}"`);
});

it('lets nobody play nothing and say that all went well', () => {
  const journeys = path.join(import.meta.dirname, 'journeys.mjs');
  const { status, stderr } = spawnSync(process.execPath, [journeys, '--repeat', '0'], { encoding: 'utf8' });
  expect(stderr).toContain('--repeat takes a whole number');
  expect(status).toBe(1);
});
