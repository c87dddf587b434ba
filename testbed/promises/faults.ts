/** FAULTS.md, from the `// fault:` comments that stand before the tests: what is promised there is what is tested. */
import type { Test } from './tests.ts';

const AREAS = [
  'network',
  'storage',
  'worker',
  'memory',
  'GPU',
  'page life',
  'tabs',
  'updates',
  'files',
  'journal',
  'build',
  'Node',
] as const;
type Area = (typeof AREAS)[number];

interface Row {
  readonly area: Area;
  readonly fault: string;
  readonly made: string;
  readonly seen: string;
  readonly kept: string;
  readonly test: Pick<Test, 'file' | 'title'>;
}

const isArea = (text: string): text is Area => AREAS.some((area) => area === text);

/** @throws {SyntaxError} for a comment of another form */
function rowOf(note: string, test: Test): Row {
  const [area = '', fault, made, seen, kept, ...more] = note.split('|').map((part) => part.trim());
  if (isArea(area) && fault && made && seen && kept && more.length === 0) return { area, fault, made, seen, kept, test };
  throw new SyntaxError(
    `${test.file}: "// fault: ${note}" is not "// fault: AREA | fault | how it is made | what the person sees | what is kept", with one of ${AREAS.join(', ')}.`,
  );
}

const rowsOf = (tests: readonly Test[]): Row[] => tests.flatMap((test) => test.notes.map((note) => rowOf(note, test)));

const line = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;

/** @throws {SyntaxError} for a comment of another form */
export function faultsPage(tests: readonly Test[]): string {
  const rows = rowsOf(tests);
  const tables = AREAS.map((area) => {
    const own = rows.filter((row) => row.area === area);
    const lines = own.map(({ fault, made, seen, kept, test }) => line(fault, made, seen, kept, `\`${test.file}\` › ${test.title}`));
    const head =
      line('fault', 'how it is made', 'what the person sees', 'what is kept', 'test') + line(...Array<string>(5).fill('---'));
    return own.length > 0 ? `\n## ${area}\n\n${head}${lines.join('')}` : '';
  });
  return `${HEADING.replace('COUNT', String(rows.length))}${tables.join('')}`;
}

const HEADING = `# What it survives

COUNT faults, each made on purpose by the test beside it. **Written by \`npm run faults\`** from the \`// fault:\` comments that stand before these tests;
\`npm run check\` fails where this page is not what the tests say. Labels such as "Joy" are right answers to the sentence that the test reads.
`;
