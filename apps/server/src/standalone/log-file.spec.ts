import { complaintOf } from './log-file';

it.each([
  [
    'what stopped a process',
    '{"level":60,"msg":"could not start","err":{"message":"no such table"}}',
    'no such table',
  ],
  ['an error of its own words', '{"level":50,"msg":"did not stop in time"}', 'did not stop in time'],
  ['an error that nobody caught', 'TypeError: x is not a function', 'x is not a function'],
  ['an error with a code', 'Error [ERR_DLOPEN_FAILED]: no libstdc++', 'no libstdc++'],
  [
    'an error of a library',
    'QueryFailedError: relation "item" does not exist',
    'relation "item" does not exist',
  ],
])('finds %s', (_what, line, complaint) => {
  expect(complaintOf(line)).toBe(complaint);
});

it.each([
  ['news', '{"level":30,"msg":"api ready"}'],
  ['a warning', '{"level":40,"msg":"slow"}'],
  ['half a line', '{"level":60,"msg":"could'],
  ['a line of a stack', '    at start (/app/main.js:1:1)'],
])('passes over %s', (_what, line) => {
  expect(complaintOf(line)).toBe('');
});
