import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FileStore } from './files';
import { Refusal } from './refusal';

const LIMIT_BYTES = 200 * 1024 * 1024;
let dir: string;
let files: FileStore;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'files-'));
  writeFileSync(path.join(dir, 'page.json'), '{}');
  files = new FileStore(path.join(dir, 'phone'), dir);
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (name: string, params: Record<string, unknown>) => files.operations[name]?.(params);
const refusalOf = (name: string, params: Record<string, unknown>): Partial<Refusal> => {
  try {
    run(name, params);
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, errno: error.errno ?? NaN };
    throw error;
  }
  throw new Error(`${name} was not refused`);
};
/** A file that is long and takes no room. */
const fill = (place: 'usr' | 'store', bytes: number): void => {
  const file = path.join(dir, 'phone', place, 'filling');
  writeFileSync(file, '');
  truncateSync(file, bytes);
};

const full = { reason: 'the maximum size of the file storage limit is exceeded', errno: 1300202 };

it.each(['usr', 'store'] as const)('takes no more than 200 MB, what is in %s counted', (place) => {
  fill(place, LIMIT_BYTES - 3);
  const temporary = files.keepTemporary(Buffer.from('four'), '.txt');
  expect(refusalOf('write', { path: 'wxfile://usr/a', text: 'four' })).toEqual(full);
  expect(refusalOf('copy', { from: temporary, to: 'wxfile://usr/a' })).toEqual(full);
  expect(refusalOf('save', { path: temporary, target: 'wxfile://usr/a' })).toEqual(full);
  expect(refusalOf('save', { path: temporary, target: null })).toEqual(full);
  expect(run('write', { path: 'wxfile://usr/a', text: 'one' })).toEqual({});
});

it('keeps a temporary file until it was saved', () => {
  const temporary = files.keepTemporary(Buffer.from('four'), '.txt');
  expect(refusalOf('save', { path: temporary, target: 'wxfile://usr/none/a' }).errno).toBe(1300002);
  expect(run('save', { path: temporary, target: 'wxfile://usr/a' })).toEqual({
    savedFilePath: 'wxfile://usr/a',
  });
  expect(run('read', { path: 'wxfile://usr/a', encoding: 'utf8' })).toEqual({ text: 'four' });
  expect(existsSync(files.locate(temporary))).toBe(false);
});

it.each([
  ['mkdir', { path: 'wxfile://usr/none/b' }, 'no such file or directory "wxfile://usr/none/b"', 1300002],
  [
    'mkdir',
    { path: 'wxfile://usr/file/b', recursive: true },
    'not a directory "wxfile://usr/file/b"',
    1300020,
  ],
  [
    'mkdir',
    { path: 'wxfile://usr/file', recursive: true },
    'file already exists "wxfile://usr/file"',
    1301005,
  ],
  ['write', { path: `wxfile://usr/${'n'.repeat(300)}`, text: '' }, /^File name too long "wxfile:/, 1300036],
  ['write', { path: 'wxfile://usr/file/b', text: '' }, 'not a directory "wxfile://usr/file/b"', 1300020],
  ['write', { path: 'wxfile://usrs', text: '' }, 'permission denied, open "wxfile://usrs"', 1300013],
  ['list', { path: 'wxfile://usr/file' }, 'not a directory "wxfile://usr/file"', 1300020],
])(
  '%s %j is refused in the platform’s words, without a path of this machine',
  (name, params, reason, errno) => {
    run('write', { path: 'wxfile://usr/file', text: 'x' });
    const refused = refusalOf(name, params);
    expect(refused).toEqual({
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
      errno,
    });
    expect(refused.reason).not.toContain(dir);
  },
);
