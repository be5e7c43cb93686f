import { labelOf, numberingOf } from './labels';

const lines = (...texts: string[]) => texts.map((text) => ({ text, hasCircledLabel: false }));

describe('labels of items', () => {
  it.each([
    ['dot', ['1.3+4=7', '2.5×6=30', '3.12÷4=3', '姓名'], '2.5×6=30', '2.'],
    ['none', ['1.5+2=3.5', '1.5×2=3', '4+4=8', '7-2=5'], '1.5+2=3.5', ''],
    ['bracket', ['(1)3+4=7', '(2)5×6=30', '(3)1+1=2'], '(2)5×6=30', '(2)'],
    ['circle', ['①3+4=7', '①5×6=30', '①1+1=2'], '①5×6=30', '①'],
  ] as const)('sees that a page is numbered by %s', (numbering, texts, text, label) => {
    expect(numberingOf(lines(...texts))).toBe(numbering);
    expect(labelOf(text, numbering)).toBe(label);
  });

  it('takes a bracketed number before a number for a label on any page, before an operator never', () => {
    expect(labelOf('(25)4×2=8', 'none')).toBe('(25)');
    expect(labelOf('(12)×2=24', 'bracket')).toBe('');
  });
});
