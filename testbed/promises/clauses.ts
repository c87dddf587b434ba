/** SECURITY.md names a test for each clause; here is looked whether it has one. */
import { BETWEEN, UNKNOWN, type Test } from './tests.ts';

/** A clause is an entry of a list that begins in bold. It ends where the next one or a heading begins. */
const CLAUSE = /^- \*\*[^]*?(?=^- |^#|$(?![^]))/gm;
const NAMED = /`([^`]+\.(?:spec|test)\.ts › [^`]+)`/g;

/** What is wrong with the page, in sentences. */
export function wrongClauses(page: string, tests: readonly Test[]): string[] {
  const clauses = page.match(CLAUSE) ?? [];
  const bare = clauses.filter((clause) => clause.search(NAMED) < 0).map((clause) => clause.split('\n')[0] ?? '');
  const named = [...page.matchAll(NAMED)].map(([, name = '']) => name);
  const missing = named.filter((name) => !tests.some((test) => isNamed(test, name)));
  return [
    ...bare.map((clause) => `No test is named for: ${clause}`),
    ...missing.map((name) => `There is no such test: ${name}. Name the one that proves the clause, or take the clause out.`),
    ...(clauses.length === 0 ? ['There is no clause.'] : []),
  ];
}

/** Of a title that only a run knows whole, what is known must be there. */
function isNamed({ file, title }: Test, name: string): boolean {
  const parts = `${file}${BETWEEN}${title}`.split(UNKNOWN).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 's').test(name);
}
