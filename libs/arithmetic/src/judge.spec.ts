import fc from 'fast-check';
import { expectedAnswer, judge, judgeAnswer, judgeReading } from './judge';
import { anyExpression, evaluateTree, renderTree, toText } from './testing/expression-tree';

const CASES: ReadonlyArray<
  readonly [text: string, verdict: string, question: string, answer: string | null, expected: string | null]
> = [
  ['36+14=50', 'correct', '36+14=', '50', '50'],
  ['28+15=42', 'wrong', '28+15=', '42', '43'],
  ['85-23=', 'unanswered', '85-23=', null, '62'],
  ['0.1+0.2=0.3', 'correct', '0.1+0.2=', '0.3', '0.3'],
  ['1.9×10=19', 'correct', '1.9×10=', '19', '19'],
  ['1/2÷1/4=2', 'correct', '1/2÷1/4=', '2', '2'],
  ['1/2+1/4=3/4', 'correct', '1/2+1/4=', '3/4', '3/4'],
  ['1/4+1/4=2/4', 'correct', '1/4+1/4=', '2/4', '1/2'],
  ['5/11+10/11=15/11', 'correct', '5/11+10/11=', '15/11', '15/11'],
  ['1又1/2+1/2=2', 'correct', '1又1/2+1/2=', '2', '2'],
  ['7÷2=3.5', 'correct', '7÷2=', '3.5', '3.5'],
  ['30-(19+7)=4', 'correct', '30-(19+7)=', '4', '4'],
  ['19-8+2=9', 'wrong', '19-8+2=', '9', '13'],
  ['5-8=-3', 'correct', '5-8=', '-3', '-3'],
  ['(-3)+5=2', 'correct', '(-3)+5=', '2', '2'],
  ['12÷0=3', 'unreadable', '12÷0=', '3', null],
  // blanks
  ['36+(14)=50', 'correct', '36+( )=50', '14', '14'],
  ['60+(3)=73', 'wrong', '60+( )=73', '3', '13'],
  ['(12)×2=4', 'wrong', '( )×2=4', '12', '2'],
  ['36+( )=50', 'unanswered', '36+( )=50', null, '14'],
  ['48÷(6)=8', 'correct', '48÷( )=8', '6', '6'],
  ['48÷(□+2)=8', 'unanswered', '48÷(□+2)=8', null, '4'],
  ['□×7=56', 'unanswered', '□×7=56', null, '8'],
  ['0×( )=5', 'unreadable', '0×( )=5', null, null],
  // percent
  ['50%=(0.6)', 'wrong', '50%=( )', '0.6', '0.5'],
  ['0.75=(75)%', 'correct', '0.75=( )%', '75', '75'],
  ['0.75=3/4', 'correct', '0.75=', '3/4', '3/4'],
  ['20%+30%=50%', 'correct', '20%+30%=', '50%', '0.5'],
  // remainders
  ['17÷5=3……2', 'correct', '17÷5=', '3……2', '3……2'],
  ['17÷5=3...2', 'correct', '17÷5=', '3……2', '3……2'],
  ['17÷5=3余2', 'correct', '17÷5=', '3……2', '3……2'],
  ['41÷6=7……5', 'wrong', '41÷6=', '7……5', '6……5'],
  ['17÷5=2……7', 'wrong', '17÷5=', '2……7', '3……2'],
  ['17÷5=3', 'wrong', '17÷5=', '3', '3……2'],
  ['17÷5=', 'unanswered', '17÷5=', null, '3……2'],
  ['( )÷5=3……2', 'unanswered', '( )÷5=3……2', null, '17'],
  ['17÷( )=3……2', 'unanswered', '17÷( )=3……2', null, '5'],
  ['17÷5=(3)……(2)', 'correct', '17÷5=( )……( )', '3……2', '3……2'],
  // comparisons
  ['295=295', 'correct', '295○295', '=', '='],
  ['953>969', 'wrong', '953○969', '>', '<'],
  ['5/6>2/5', 'correct', '5/6○2/5', '>', '>'],
  ['4×8(=)29', 'wrong', '4×8○29', '=', '>'],
  ['3/4○2/3', 'unanswered', '3/4○2/3', null, '>'],
  ['5/6( )2/5', 'unanswered', '5/6○2/5', null, '>'],
  ['5米>40分米', 'correct', '5米○40分米', '>', '>'],
  ['7×(6)<50', 'unreadable', '7×(6)<50', null, null],
  // units
  ['5厘米=(500)毫米', 'wrong', '5厘米=( )毫米', '500', '50'],
  ['900平方分米=(9)平方米', 'correct', '900平方分米=( )平方米', '9', '9'],
  ['120分=(2)时', 'correct', '120分=( )时', '2', '2'],
  ['3角=(30)分', 'correct', '3角=( )分', '30', '30'],
  ['1米20厘米=(120)厘米', 'correct', '1米20厘米=( )厘米', '120', '120'],
  ['125分=(2)时(5)分', 'correct', '125分=( )时( )分', '2、5', '2、5'],
  ['125分=(1)时(65)分', 'wrong', '125分=( )时( )分', '1、65', '2、5'],
  ['5米-2米=3米', 'correct', '5米-2米=', '3米', '3米'],
  ['5米+2千克=7米', 'unreadable', '5米+2千克=', '7米', null],
  // glyphs
  ['３６＋（１４）＝５０', 'correct', '36+( )=50', '14', '14'],
  ['① 9x4 = 36', 'correct', '9×4=', '36', '36'],
  ['1,000-1=999', 'correct', '1000-1=', '999', '999'],
  // no items
  ['第17页', 'unreadable', '第17页', null, null],
  ['(25)4×2=8', 'unreadable', '( )4×2=8', '25', null],
  ['97=', 'unreadable', '97=', null, null],
  ['3+4=5+2=7', 'unreadable', '3+4=5+2=7', null, null],
  ['05+3=8', 'unreadable', '05+3=8', null, null],
  ['1.2/3=0.4', 'unreadable', '1.2/3=', '0.4', null],
  ['', 'unreadable', '', null, null],
];

describe('judge', () => {
  it.each(CASES)('reads %j as %s', (text, verdict, question, studentAnswer, expected) => {
    expect(judge(text)).toEqual({ verdict, question, studentAnswer, expected });
  });

  it('says of every generated sum what an independent evaluation says', () => {
    fc.assert(
      fc.property(anyExpression, fc.integer({ min: -3, max: 3 }), (tree, slip) => {
        const value = evaluateTree(tree);
        fc.pre(value !== null);
        const answer = { n: value.n + BigInt(slip) * value.d, d: value.d };
        const { verdict } = judge(`${renderTree(tree)}=${toText(answer)}`);
        expect(verdict).toBe(slip === 0 ? 'correct' : 'wrong');
      }),
      { numRuns: 600 },
    );
  });

  it('compares every two generated sides as an independent evaluation does', () => {
    fc.assert(
      fc.property(anyExpression, anyExpression, fc.constantFrom('<', '>', '='), (left, right, sign) => {
        const [l, r] = [evaluateTree(left), evaluateTree(right)];
        fc.pre(l !== null && r !== null);
        const difference = l.n * r.d - r.n * l.d;
        const expected = difference < 0n ? '<' : difference > 0n ? '>' : '=';
        const judged = judge(`${renderTree(left)}(${sign})${renderTree(right)}`);
        expect(judged).toMatchObject({ verdict: sign === expected ? 'correct' : 'wrong', expected });
      }),
      { numRuns: 400 },
    );
  });

  it('solves the blank of every generated equation so that it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('+', '-', '×', '÷'),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.boolean(),
        (operator, known, result, isFirst) => {
          const question = isFirst ? `( )${operator}${known}=${result}` : `${known}${operator}( )=${result}`;
          const answer = expectedAnswer(question) ?? '';
          expect(judgeAnswer(question, answer)).toEqual({ verdict: 'correct', expected: answer });
          expect(judge(question.replace('( )', `(${answer})`)).verdict).toBe('correct');
        },
      ),
    );
  });

  it('accepts one quotient and remainder for every division', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.integer({ min: 2, max: 99 }), fc.nat(999), fc.nat(99), (a, b, q, r) => {
        const holds = q === Math.floor(a / b) && r === a % b;
        expect(judge(`${a}÷${b}=${q}……${r}`).verdict).toBe(holds ? 'correct' : 'wrong');
        expect(judge(`${a}÷${b}=${Math.floor(a / b)}……${a % b}`).verdict).toBe('correct');
      }),
    );
  });

  it.each(['toString', 'constructor', '__proto__'])('takes the word %s for no relation', (word) => {
    expect(judgeAnswer('3○4', word)).toEqual({ verdict: 'unreadable', expected: '<' });
  });

  it('never throws, whatever the line', () => {
    const glyph = fc.constantFrom(...'0123456789.+-×÷/()%=<>…○□又分时米元角千克x ①:,-');
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(glyph, { maxLength: 40 }).map((g) => g.join('')),
    );
    fc.assert(
      fc.property(line, line, (text, answer) => {
        expect(judge(text).verdict).toMatch(/^(correct|wrong|unanswered|unreadable)$/);
        expect(judgeAnswer(text, answer).verdict).toMatch(/^(correct|wrong|unreadable)$/);
        expectedAnswer(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a line too long to be arithmetic at once', () => {
    expect(judge('('.repeat(100_000)).verdict).toBe('unreadable');
    expect(judge(`${'9×'.repeat(70)}9=1`).verdict).toBe('wrong');
  });
});

describe('judgeAnswer', () => {
  it.each([
    ['36+( )=50', '14', 'correct', '14'],
    ['36+( )=50', ' １４ ', 'correct', '14'],
    ['36+( )=50', '15', 'wrong', '14'],
    ['36+( )=50', '7+7', 'unreadable', '14'],
    ['36+( )=50', '14 15', 'unreadable', '14'],
    ['36+( )=50', '', 'unreadable', '14'],
    ['9×4=', '36', 'correct', '36'],
    ['9×4=', '=36', 'correct', '36'],
    ['9×4=', '35', 'wrong', '36'],
    ['9×4=', '三十六', 'unreadable', '36'],
    ['1/2+1/4=', '3/4', 'correct', '3/4'],
    ['1/2+1/4=', '0.75', 'correct', '3/4'],
    ['17÷5=', '3……2', 'correct', '3……2'],
    ['17÷5=', '3余2', 'correct', '3……2'],
    ['17÷5=', '3...2', 'correct', '3……2'],
    ['17÷5=', '3', 'wrong', '3……2'],
    ['17÷5=', '3.4', 'correct', '3……2'],
    ['17÷5=( )……( )', '3……2', 'correct', '3……2'],
    ['3/4○2/3', '>', 'correct', '>'],
    ['3/4○2/3', '＞', 'correct', '>'],
    ['3/4○2/3', '小于', 'wrong', '>'],
    ['3/4○2/3', '1', 'unreadable', '>'],
    ['5厘米=( )毫米', '50', 'correct', '50'],
    ['5厘米=( )毫米', '50毫米', 'correct', '50'],
    ['5厘米=( )毫米', '50厘米', 'unreadable', '50'],
    ['125分=( )时( )分', '2、5', 'correct', '2、5'],
    ['125分=( )时( )分', '2 6', 'wrong', '2、5'],
    ['0.75=( )%', '75', 'correct', '75'],
    ['36+(14)=50', '14', 'unreadable', null],
    ['看图写话', '14', 'unreadable', null],
  ] as const)('%s answered with %j is %s', (question, answer, verdict, expected) => {
    expect(judgeAnswer(question, answer)).toEqual({ verdict, expected });
    if (!question.includes('(14)')) expect(expectedAnswer(question)).toBe(expected);
  });
});

describe('judgeReading', () => {
  const judged = CASES.filter(([, verdict]) => verdict === 'correct' || verdict === 'wrong');

  it.each(judged)('makes of the question and answer of %j a line that is judged alike', (line) => {
    const judgement = judge(line);
    const reading = judgeReading(judgement.question, judgement.studentAnswer!);
    expect(reading).toEqual({ ...judgement, text: expect.any(String) as string });
    expect(judge(reading!.text)).toEqual(judgement);
  });

  it('takes what a child types, and writes it as it is read', () => {
    const line = (question: string, answer: string) => judgeReading(question, answer)?.text;
    expect(line(' 17 ÷ 5 ＝', '3 余 2')).toBe('17÷5=3……2');
    expect(line('36+()=50', '１４')).toBe('36+(14)=50');
    expect(line('125分=( )时( )分', '2 5')).toBe('125分=(2)时(5)分');
    expect(line('3/4○2/3', '大于')).toBe('3/4(>)2/3');
  });

  it.each([
    ['9×4=', '三十六'],
    ['9×4', '36'],
    ['9×4=', ''],
    ['36+(14)=50', '14'],
    ['36+(14)=', '50 14'],
    ['12÷0=', '3'],
    ['看图写话', '14'],
  ])('knows nothing of %s with %s', (question, answer) => {
    expect(judgeReading(question, answer)).toBeNull();
  });
});
