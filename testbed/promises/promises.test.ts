import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wrongClauses } from './clauses';
import { faultsPage } from './faults';
import { allTests, testsIn } from './tests';

const titles = (code: string): string[] => testsIn('a.test.ts', code).map(({ title }) => title);

test('a test has the titles of the groups around it', () => {
  expect(titles(`test.describe('a', () => { describe('b', () => { test('c', async () => {}); }); });`)).toEqual(['a › b › c']);
});

test('tests of a table have a title for each row', () => {
  expect(
    titles(`
      const ROWS: [string, number][] = [['one', 1], ['two', 2]];
      for (const [name, n] of ROWS) for (const how of ['x', 'y'] as const) test(\`\${name} \${how} \${String(n)}\`, f);
      for (const { name } of [{ name: 'three' }]) test(name, f);
      for (const [key] of Object.entries({ four: 4 })) it(key, f);
      test.each([['five', 5]])('%s is %i', f);
    `),
  ).toEqual(['one x …', 'one y …', 'two x …', 'two y …', 'three', 'four', 'five is 5']);
});

test('what a file calls `test` is one, and what only looks so is none', () => {
  expect(titles(`import { test as real } from 'x'; real('a', f); test.use({}); test.setTimeout(9); testing('b', f);`)).toEqual([
    'a',
  ]);
});

test('faults are told of a test, of each test of a table, and of one row', () => {
  const [first, second, third] = testsIn(
    'a.test.ts',
    `
      // fault: network | one | made
      // | seen | kept
      // Another comment belongs to the line above.
      test('a', f);
      for (const [name] of [
        ['b'],
        // fault: of this row
        ['c'],
      ]) {
        // fault: {name}
        test(name, f);
      }`,
  );
  expect(first?.notes).toEqual(['network | one | made | seen | kept Another comment belongs to the line above.']);
  expect(second?.notes).toEqual(['b']);
  expect(third?.notes).toEqual(['of this row', 'c']);
});

test('a fault of another form is refused with its file', () => {
  const code = '// fault: weather | rain\ntest("a", f);';
  expect(() => faultsPage(testsIn('a.test.ts', code))).toThrow(/^a\.test\.ts: "\/\/ fault: weather/);
});

test('a clause without a test, and a test that is not there, are told', () => {
  const tests = testsIn('a.test.ts', 'test("one", f); test(`two ${x} three`, f);');
  const page =
    '- **Never.** `a.test.ts › one`, `a.test.ts › two and a half three`\n- **Nor that.**\n\n- **This.** `a.test.ts › four`\n';
  expect(wrongClauses(page, tests)).toEqual([
    'No test is named for: - **Nor that.**',
    expect.stringContaining('There is no such test: a.test.ts › four.'),
  ]);
});

test('SECURITY.md and FAULTS.md say what the tests say: npm run faults', () => {
  const tests = allTests();
  expect(wrongClauses(readFileSync('SECURITY.md', 'utf8'), tests)).toEqual([]);
  expect(readFileSync('FAULTS.md', 'utf8')).toBe(faultsPage(tests));
});
