import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.spec\.|testing[\\/]/.test(file),
);
const sentenceFiles = files.filter((file) => file.endsWith('.zh.ts'));
const read = (file: string) => readFileSync(path.join(__dirname, file), 'utf8');

const isPrinted = (text: string) => text.trim() !== '';
/** Beyond code's own signs, and those of sums and lists, which are the same in every language. */
const OF_LANGUAGE = /[^\x20-\x7e\s×÷○…☑☐]/;

/** What a person would read: any text between tags, and every other literal with a sign of a language. */
function wordsIn(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (one: ts.Node): void => {
    const isChild = ts.isJsxExpression(one.parent ?? one) && ts.isJsxElement(one.parent.parent);
    if (ts.isJsxText(one) && isPrinted(one.text)) found.push(one.text.trim());
    else if (ts.isStringLiteralLike(one) || ts.isTemplateLiteralToken(one)) {
      if (OF_LANGUAGE.test(one.text) || (isChild && isPrinted(one.text))) found.push(one.text);
    }
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}
const parse = (source: string, name = 'one.tsx') =>
  ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);

it('keeps all that is read in files of sentences', () => {
  const elsewhere = files
    .filter((file) => !sentenceFiles.includes(file))
    .flatMap((file) => wordsIn(parse(read(file), file)).map((words) => `${file}: ${words}`));
  expect(elsewhere).toEqual([]);
});

it.each([
  ['<View>again</View>', ['again']],
  ["<View>{name}{'：'}</View>", ['：']],
  ["<View>{'and'}</View>", ['and']],
  ["<View>{of.answer ?? '—'}</View>", ['—']],
  ['<View label={`${a} · ${b}`} />', [' · ']],
  ["<View className='row'>{name} {text}</View> // 别的", []],
])('sees what %s says', (source, words) => {
  expect(wordsIn(parse(source))).toEqual(words);
});

// A table, `causeNames[cause]`, is complete by its type.
it('has no sentence that nobody says', () => {
  const code = files.map(read).join('\n');
  const unsaid = sentenceFiles.flatMap((file) =>
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- every file of sentences, whichever there are
    Object.entries(require(path.join(__dirname, file)) as Record<string, object>)
      .filter(
        ([name, sentences]) =>
          typeof sentences === 'object' && !Array.isArray(sentences) && !code.includes(`${name}[`),
      )
      .flatMap(([name, sentences]) => Object.keys(sentences).map((key) => [name, key] as const))
      .filter(([, key]) => !new RegExp(`\\.${key}\\b`).test(code))
      .map(([name, key]) => `${file}: ${name}.${key}`),
  );
  expect(unsaid).toEqual([]);
});

it('never raises its voice', () => {
  expect(sentenceFiles.length).toBeGreaterThan(8);
  expect(sentenceFiles.filter((file) => /！|[\u4e00-\u9fff]!/.test(read(file)))).toEqual([]);
});
