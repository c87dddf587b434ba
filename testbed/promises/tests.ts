/** The tests of this project with the titles that they run under, read from their files: nothing is run, and no browser is needed. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { bind, entriesOf, resolved, textOf, type Bindings } from './values.ts';

export interface Test {
  /** Relative to the repository. */
  readonly file: string;
  /** With the titles of the groups around it; `…` where only a run knows a part of it. */
  readonly title: string;
  /** What stands in `// fault:` comments before it, or before its row in a table of cases. */
  readonly notes: readonly string[];
}

export const UNKNOWN = '…';
export const BETWEEN = ' › ';

export const allTests = (): Test[] =>
  globSync(['e2e/**/*.spec.ts', '{src,hosting,bench,build,testbed}/**/*.test.ts'])
    .sort()
    .flatMap((file) => testsIn(file, readFileSync(file, 'utf8')));

/** Where a walk is: what names stand for, the titles of the groups, and notes of the rows of tables. */
interface Place {
  readonly bindings: Bindings;
  readonly groups: readonly string[];
  readonly notes: readonly string[];
}

export function testsIn(file: string, code: string): Test[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const names = testNames(source);
  const tests: Test[] = [];
  walk(source, { bindings: new Map(), groups: [], notes: [] });
  return tests;

  function walk(node: ts.Node, place: Place): void {
    if (ts.isForOfStatement(node)) eachEntry(node, place);
    else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) call(node, node.expression, place);
    else
      ts.forEachChild(node, (child) => {
        walk(child, place);
      });
  }

  function eachEntry({ initializer, expression, statement }: ts.ForOfStatement, place: Place): void {
    const [declaration] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
    const entries = entriesOf(expression, place.bindings);
    if (!declaration || !entries) walk(statement, place);
    else
      for (const entry of entries) {
        walk(statement, {
          ...place,
          bindings: bind(declaration.name, entry, place.bindings),
          notes: [...place.notes, ...notesBefore(entry)],
        });
      }
  }

  function call(statement: ts.Node, { expression, arguments: args }: ts.CallExpression, place: Place): void {
    const [first, ...others] = args;
    const said = [...place.notes, ...notesBefore(statement)];
    if (/^(\w+\.)?describe(\.\w+)?$/.test(expression.getText())) {
      const title = first && titleOf(first, place.bindings);
      for (const other of others) walk(other, { ...place, notes: said, groups: [...place.groups, ...(title ? [title] : [])] });
    } else if (ts.isCallExpression(expression) && expression.expression.getText().endsWith('.each')) {
      const [table] = expression.arguments;
      for (const entry of (table && entriesOf(table, place.bindings)) ?? [undefined]) {
        const title = first && filled(titleOf(first, place.bindings), entry, place.bindings);
        add(title, place, [...said, ...(entry ? notesBefore(entry) : [])]);
      }
    } else if (names.has(expression.getText()) && first && others.length > 0) add(titleOf(first, place.bindings), place, said);
  }

  function add(title: string | undefined, { groups, bindings }: Place, notes: readonly string[]): void {
    if (title === undefined) return;
    const named = notes.map((note) =>
      note.replace(/\{(\w+)\}/g, (_, name: string) => textOf(bindings.get(name), bindings) ?? UNKNOWN),
    );
    tests.push({ file, title: [...groups, title].join(BETWEEN), notes: named });
  }
}

/** `test` and `it`, and what a file calls them. */
function testNames(source: ts.SourceFile): Set<string> {
  const aliases = [...source.text.matchAll(/\btest as (\w+)/g)].map(([, alias = '']) => alias);
  return new Set(['test', 'it', ...aliases].flatMap((name) => [name, `${name}.skip`, `${name}.only`, `${name}.fixme`]));
}

function titleOf(node: ts.Expression, bindings: Bindings): string {
  const value = resolved(node, bindings);
  if (!ts.isTemplateExpression(value)) return textOf(value, bindings) ?? UNKNOWN;
  const parts = value.templateSpans.map(({ expression, literal }) => (textOf(expression, bindings) ?? UNKNOWN) + literal.text);
  return value.head.text + parts.join('');
}

/** Vitest's `%s` and the like, from a row of a table. */
function filled(title: string, entry: ts.Expression | undefined, bindings: Bindings): string {
  const row = entry && resolved(entry, bindings);
  const values = row && ts.isArrayLiteralExpression(row) ? [...row.elements] : row ? [row] : [];
  return title.replace(/%[sdifjo]/g, (kind) => {
    const text = textOf(values.shift(), bindings);
    return text === undefined ? UNKNOWN : kind === '%j' ? JSON.stringify(text) : text;
  });
}

/** The `// fault:` comments that stand right before a node; a line that begins otherwise goes on with the one above. */
function notesBefore(node: ts.Node): string[] {
  if (node.pos < 0) return []; // not of the file
  const { text } = node.getSourceFile();
  const lines = (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).map(({ pos, end }) => text.slice(pos, end));
  const notes: string[] = [];
  for (const line of lines) {
    const [, begun] = /^\/\/ fault: (.*)$/.exec(line) ?? [];
    if (begun !== undefined) notes.push(begun);
    else if (notes.length > 0 && line.startsWith('// ')) notes.push(`${notes.pop() ?? ''} ${line.slice(3)}`);
  }
  return notes;
}
