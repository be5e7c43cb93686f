import ts from 'typescript';

const SKIPPED = /\.(skip|todo|failing)\b|^x/;

/** The sentences of the tests that really run: of what is skipped or only a comment there is none. */
export function titlesOf(code: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText();
      if (SKIPPED.test(callee.split('(')[0] ?? '')) return;
      const [title] = node.arguments;
      if (/^it(\.each\b|$)/.test(callee) && title && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('some.spec.ts', code, ts.ScriptTarget.Latest, true));
  return titles;
}
