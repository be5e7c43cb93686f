import path from 'node:path';
import type { WeappDriver } from '../driver/weapp';
import { API_CASES } from './api-cases';

const HALVES = ['success', 'failure'] as const;
const ENDING = { success: 'success', failure: 'fail' };

/** What the table says of this spec: which name a test calls, and what it comes to. */
const claims = (file: string): { test: string; ending: string }[] =>
  Object.entries(API_CASES).flatMap(([api, one]) =>
    HALVES.flatMap((half) => {
      const where = one[half];
      if (!('test' in where) || where.file !== file) return [];
      return [{ test: where.test.split('%')[0] ?? '', ending: `debug: wx.${api} ${ENDING[half]}` }];
    }),
  );

/** Holds the spec to what the table of names says of it, by what the fixture noted of its calls. */
export function provesItsCases(app: () => WeappDriver): void {
  const { testPath } = expect.getState();
  const ofSpec = claims(path.basename(testPath ?? ''));
  const endings: { test: string; seen: string[] }[] = [];
  let before = 0;

  beforeEach(() => {
    before = app().report().console.length;
  });
  afterEach(() => {
    const test = expect.getState().currentTestName ?? '';
    endings.push({ test, seen: app().report().console.slice(before) });
  });
  afterAll(() => {
    const unproven = ofSpec.filter(({ test, ending }) => {
      const ran = endings.filter((one) => one.test.includes(test));
      return ran.length > 0 && !ran.some(({ seen }) => seen.includes(ending));
    });
    expect(unproven).toEqual([]);
  });
}
