import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownFaults, shippedIn, wrongLicences, wrongLocks } from './supply';

const shipped = shippedIn('# Notices\n\n## lit 3.3.3 (BSD-3-Clause)\n\ntext\n\n## @a/b 1.0.0 (GPL-3.0)\n\ntext\n');

test('what ships has terms that a site can keep', () => {
  expect(shipped.map(({ name }) => name)).toEqual(['lit', '@a/b']);
  expect(wrongLicences(shipped)).toEqual([expect.stringContaining('@a/b ships under GPL-3.0')]);
});

test('the lockfile names the bytes of each package, and where they come from', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<typeof wrongLocks>[0];
  expect(wrongLocks(lock)).toEqual([]);
  const entry = { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz', integrity: 'sha512-a' };
  const packages = { '': {}, a: entry, b: { ...entry, resolved: 'https://evil.example/a.tgz' }, c: { resolved: entry.resolved } };
  expect(wrongLocks({ packages }).map((what) => what.split(' ')[1])).toEqual(['b', 'c']);
});

test('a known fault of what ships is told apart from one of a tool, and a registry that tells none is no fault', () => {
  const audit = { vulnerabilities: { lit: { severity: 'high', range: '<4' }, eslint: { severity: 'low', range: '*' } } };
  expect(knownFaults(JSON.stringify(audit), shipped)).toEqual({ ours: ['lit <4: high'], tools: ['eslint *: low'] });
  expect(knownFaults('{"message": "405 Method Not Allowed"}', shipped)).toBeNull();
  expect(knownFaults('', shipped)).toBeNull();
});
