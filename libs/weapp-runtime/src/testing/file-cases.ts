import type { Run } from './api-cases';

/** Stands for a temporary file that was just made: each number for one of its own. */
export const TEMPORARY = /TEMP\d+/g;

export interface FileCase {
  success: Run;
  failure: Run;
}

const USR = 'wxfile://usr';
const FILE = `${USR}/kept.txt`;
const NONE = `${USR}/none.txt`;
const FOLDER = `${USR}/folder`;
const AGAIN = `${FOLDER}/kept.txt`;

const WRITTEN: Run['after'] = [['writeFile', { filePath: FILE, data: '你好', encoding: 'utf8' }]];
const MADE: Run['after'] = [['mkdir', { dirPath: FOLDER, recursive: true }]];
const missing = (name: string): string => `${name}:fail no such file or directory "${NONE}"`;
const readOnly = (name: string): string => `${name}:fail permission denied, open "app.js"`;

/** The two ways to call a method, which come to the same. */
const both = (
  name: string,
  success: { options: Record<string, unknown>; after?: Run['after']; result?: string; gives?: unknown },
  failure: {
    options: Record<string, unknown>;
    after?: Run['after'];
    fails: (name: string) => string;
    errno: number;
  },
): Record<string, FileCase> => {
  const { options, after = [], result, gives } = success;
  const { options: wrong, after: before = [], fails, errno } = failure;
  return {
    [name]: {
      success: { options, after, ...(result === undefined ? {} : { gives: { [result]: gives } }) },
      failure: { options: wrong, after: before, fails: fails(name), errno },
    },
    [`${name}Sync`]: {
      success: { args: Object.values(options), after, gives },
      failure: { args: Object.values(wrong), after: before, fails: fails(`${name}Sync`) },
    },
  };
};

/** Every method of getFileSystemManager that this runtime carries out. */
export const FILE_CASES: Record<string, FileCase> = {
  ...both(
    'access',
    { options: { path: FILE }, after: WRITTEN },
    { options: { path: NONE }, fails: missing, errno: 1300002 },
  ),
  ...both(
    'readFile',
    { options: { filePath: FILE, encoding: 'utf8' }, after: WRITTEN, result: 'data', gives: '你好' },
    {
      options: { filePath: FOLDER },
      after: MADE,
      fails: (name) => `${name}:fail illegal operation on a directory, open "${FOLDER}"`,
      errno: 1301003,
    },
  ),
  ...both(
    'writeFile',
    { options: { filePath: FILE, data: 'x', encoding: 'utf8' } },
    { options: { filePath: 'app.js', data: 'x' }, fails: readOnly, errno: 1300013 },
  ),
  ...both(
    'copyFile',
    { options: { srcPath: '/assets/dot.png', destPath: `${USR}/dot.png` } },
    { options: { srcPath: NONE, destPath: `${USR}/copied.txt` }, fails: missing, errno: 1300002 },
  ),
  ...both(
    'mkdir',
    { options: { dirPath: FOLDER, recursive: true } },
    {
      options: { dirPath: FOLDER },
      after: MADE,
      fails: (name) => `${name}:fail file already exists "${FOLDER}"`,
      errno: 1301005,
    },
  ),
  ...both(
    'readdir',
    {
      options: { dirPath: FOLDER },
      after: [...MADE, ['copyFile', { srcPath: 'app.json', destPath: AGAIN }]],
      result: 'files',
      gives: ['kept.txt'],
    },
    {
      options: { dirPath: FILE },
      after: WRITTEN,
      fails: (name) => `${name}:fail not a directory "${FILE}"`,
      errno: 1300020,
    },
  ),
  ...both(
    'stat',
    { options: { path: FILE }, after: WRITTEN, result: 'stats', gives: { kind: 'file', size: 6 } },
    { options: { path: NONE }, fails: missing, errno: 1300002 },
  ),
  ...both(
    'unlink',
    { options: { filePath: FILE }, after: WRITTEN },
    {
      options: { filePath: FOLDER },
      after: MADE,
      fails: (name) => `${name}:fail operation not permitted, unlink "${FOLDER}"`,
      errno: 1300001,
    },
  ),
  saveFile: {
    success: {
      options: { tempFilePath: 'TEMP1', filePath: FILE },
      gives: { savedFilePath: FILE },
    },
    failure: {
      // It was moved.
      after: [['saveFile', { tempFilePath: 'TEMP2' }]],
      options: { tempFilePath: 'TEMP2' },
      fails: 'saveFile:fail tempFilePath file not exist',
      errno: 1300002,
    },
  },
  saveFileSync: {
    success: { args: ['TEMP3'], gives: /^wxfile:\/\/store_/ },
    failure: { args: ['/assets/dot.png'], fails: 'saveFileSync:fail tempFilePath file not exist' },
  },
  getFileInfo: {
    success: { options: { filePath: '/assets/dot.png' }, gives: { size: 70 } },
    failure: { options: { filePath: NONE }, fails: missing('getFileInfo'), errno: 1300002 },
  },
};
