import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { API_CASES } from '../../testing/api-cases';
import { KNOWN_NAMES } from './known-names';

/** Every function that the platform's own typings give to `wx`. */
function typedNames(): string[] {
  const here = createRequire(path.join(import.meta.dirname, 'known-names.ts'));
  const root = path.dirname(here.resolve('miniprogram-api-typings/package.json'));
  const file = path.join(root, 'types/wx/lib.wx.api.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx')
      for (const member of node.members)
        if (ts.isMethodSignature(member) && ts.isIdentifier(member.name)) names.push(member.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(names)];
}

it('knows every name of the platform: it is carried out, or it fails by its name', () => {
  const names = typedNames();
  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => !(name in API_CASES) && !KNOWN_NAMES.includes(name))).toEqual([]);
});

it('has each name once, and none that is carried out', () => {
  expect(KNOWN_NAMES.filter((name, at) => name in API_CASES || KNOWN_NAMES.indexOf(name) !== at)).toEqual([]);
});
