/** `npm run supply`, after a build: fails for code that ships with a known fault or with terms that are not allowed; tells of the rest. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { exit } from 'node:process';
import { knownFaults, shippedIn, wrongLicences, wrongLocks } from './supply.ts';

const shipped = shippedIn(readFileSync('dist/third-party.md', 'utf8'));
const wrong = [
  ...(shipped.length === 0 ? ['dist/third-party.md names no library: npm run build'] : []),
  ...wrongLicences(shipped),
  ...wrongLocks(JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<typeof wrongLocks>[0]),
];
const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8' });
const faults = knownFaults(stdout, shipped);
console.log(`${String(shipped.length)} libraries ship: ${shipped.map(({ name, licence }) => `${name} (${licence})`).join(', ')}.`);
if (!faults) console.log('The registry tells no known faults here (npm audit): look again where it does.');
else {
  wrong.push(...faults.ours.map((fault) => `It ships with a known fault. ${fault}`));
  for (const fault of faults.tools) console.log(`A tool has a known fault, and does not ship. ${fault}`);
}
for (const what of wrong) console.error(what);
if (wrong.length > 0) exit(1);
