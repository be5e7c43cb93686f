import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { API_CASES } from '../../testing/api-cases';
import { FILE_CASES } from '../../testing/file-cases';
import { KNOWN_NAMES } from './known-names';
import { KNOWN_METHODS } from './files';

/** Every function that the platform's own typings give to an object. */
function typedNames(owner: string): string[] {
  const here = createRequire(path.join(import.meta.dirname, 'known-names.ts'));
  const root = path.dirname(here.resolve('miniprogram-api-typings/package.json'));
  const file = path.join(root, 'types/wx/lib.wx.api.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === owner)
      for (const member of node.members)
        if (ts.isMethodSignature(member) && ts.isIdentifier(member.name)) names.push(member.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(names)];
}

describe.each([
  { owner: 'Wx', least: 400, carriedOut: API_CASES, known: KNOWN_NAMES },
  { owner: 'FileSystemManager', least: 40, carriedOut: FILE_CASES, known: KNOWN_METHODS },
])('the names of $owner', ({ owner, least, carriedOut, known }) => {
  it('are all known: each is carried out, or it fails by its name', () => {
    const names = typedNames(owner);
    expect(names.length).toBeGreaterThan(least);
    expect(names.filter((name) => !(name in carriedOut) && !known.includes(name))).toEqual([]);
  });

  it('are there once, and none of those that fail is carried out', () => {
    expect(known.filter((name, at) => name in carriedOut || known.indexOf(name) !== at)).toEqual([]);
  });
});
