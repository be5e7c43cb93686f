import { BROKEN_BUILDS } from './broken-builds';
import { judge, selfTest } from './self-test';
import { UNSOUND_BUILDS } from './unsound-builds';

// The whole list is a command of its own; these are of each kind: template, logic, files, figures, static.
const SOME = [
  'handler removed',
  'double navigation',
  'photo left where it is temporary',
  'endless setData',
  'private interface that is not declared',
];

it('passes the sound fixture and catches broken ones, each for its own reason', async () => {
  const some = [...BROKEN_BUILDS, ...UNSOUND_BUILDS].filter(({ name }) => SOME.includes(name));
  const misjudged = { ...some[0]!, name: 'caught by chance', by: /^error: another fault/m };
  const { sound, verdicts } = await selfTest([...some, misjudged], () => undefined);
  expect(sound).toBe('');
  const caught = verdicts.map(({ name, caught: is, said }) =>
    is ? name : `missed ${name}: ${said.slice(0, 20)}`,
  );
  expect(caught.sort()).toEqual([...SOME, 'missed caught by chance: "Hello Wu" is not to'].sort());
}, 180_000);

describe('what counts as caught', () => {
  const build = { name: 'any', by: /is not to be seen/ };

  it.each([
    ['its own fault', '"Hello" is not to be seen on pages/home', true],
    ['its own fault among the problems', 'too slow\nproblems:\n"Hello" is not to be seen', true],
    ['another fault', 'nothing bears the label "Greet"', false],
    ['nothing', '', false],
    [
      'the end of the browser',
      '"Hello" is not to be seen: Target page, context or browser has been closed',
      false,
    ],
  ])('%s', (_, said, caught) => {
    expect(judge(build, said).caught).toBe(caught);
  });
});
