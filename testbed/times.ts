/**
 * Where the minutes of the browser tests go, from Playwright's own reports.
 *
 *     npx tsx testbed/times.ts [REPORT.json …] > bench/results/tests.md
 *
 * Without an argument: what the last runs of `npm run test:e2e` and `npm run test:long` wrote. A report from before a test was tagged `@long`
 * counts it where it runs today.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What is used of Playwright's JSON. */
interface Suite {
  readonly specs?: readonly Spec[];
  readonly suites?: readonly Suite[];
}
interface Report extends Suite {
  readonly stats: { readonly startTime: string; readonly duration: number };
}
interface Spec {
  /** The same in each run. */
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly tests: readonly { readonly results: readonly { readonly duration: number; readonly status: string }[] }[];
}

const SLOWEST = 12;

const specsOf = ({ specs = [], suites = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsOf)];
const nameOf = ({ file, title }: Spec): string => `${file} › ${title}`;

function long(): Set<string> {
  const listed = execFileSync('npx', ['playwright', 'test', '--list', '--reporter=json', '--grep', '@long'], { encoding: 'utf8' });
  return new Set(specsOf(JSON.parse(listed) as Suite).map(({ id }) => id));
}

const given = process.argv.slice(2);
const reports = (given.length > 0 ? given : ['.reports/quick.json', '.reports/long.json']).filter((path) => existsSync(path));
if (reports.length === 0) throw new Error('There is no report yet. Run `npm run test:e2e`, and `npm run test:long` too, first.');

const isLong = long();
const passed = new Map<string, { id: string; file: string; name: string; seconds: number }>();
const runs = reports.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Report);
for (const spec of runs.flatMap(specsOf)) {
  const durations = spec.tests.flatMap(({ results }) =>
    results.filter(({ status }) => status === 'passed').map(({ duration }) => duration),
  );
  const seconds = durations.reduce((total, duration) => total + duration / 1000, 0);
  if (seconds > 0) passed.set(spec.id, { id: spec.id, file: spec.file, name: nameOf(spec), seconds });
}
const rows = [...passed.values()];

const sum = (part: typeof rows): number => part.reduce((total, { seconds }) => total + seconds, 0);
const cell = (part: typeof rows): string => (part.length > 0 ? `${sum(part).toFixed(0)} s (${String(part.length)})` : '–');
const line = (name: string, part: typeof rows): string =>
  `| ${name} | ${cell(part.filter((row) => !isLong.has(row.id)))} | ${cell(part.filter((row) => isLong.has(row.id)))} |`;

const files = [...new Set(rows.map(({ file }) => file))]
  .map((file) => ({ file, part: rows.filter((row) => row.file === file) }))
  .sort((a, b) => sum(b.part) - sum(a.part));

const began = runs
  .map(({ stats }) => `a run of ${(stats.duration / 60_000).toFixed(0)} minutes that began ${stats.startTime.slice(0, 16)}`)
  .join(' and ');

console.log(`# Where the minutes of the browser tests go

\`npm run test:times\` wrote this, on ${String(cpus().length)} × ${cpus()[0]?.model ?? 'an unknown CPU'}, from ${began}: the time inside the
tests, added up over all workers, with the number of tests. Ratios are what counts: a busy machine stretches all of them.

| file | \`npm test\` | \`npm run test:all\` adds |
| --- | --- | --- |
${line('**all**', rows)}
${files.map(({ file, part }) => line(file, part)).join('\n')}

The slowest:

| test | time |
| --- | --- |
${[...rows]
  .sort((a, b) => b.seconds - a.seconds)
  .slice(0, SLOWEST)
  .map(({ name, seconds }) => `| ${name.replaceAll('|', '\\|')} | ${seconds.toFixed(0)} s |`)
  .join('\n')}`);
