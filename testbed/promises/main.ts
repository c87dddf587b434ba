/** `npm run faults` writes FAULTS.md; with `--check` (`npm run check`) it says whether that and SECURITY.md are what the tests say. */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { wrongClauses } from './clauses.ts';
import { faultsPage } from './faults.ts';
import { allTests } from './tests.ts';

const tests = allTests();
const page = faultsPage(tests);
if (argv.includes('--check')) {
  const wrong = wrongClauses(readFileSync('SECURITY.md', 'utf8'), tests).map((what) => `SECURITY.md: ${what}`);
  if (readFileSync('FAULTS.md', 'utf8') !== page) wrong.push('FAULTS.md is not what the tests say: npm run faults');
  for (const what of wrong) console.error(what);
  if (wrong.length > 0) exit(1);
} else writeFileSync('FAULTS.md', page);
