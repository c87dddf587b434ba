/** What is known of the code of others: its terms, whether it is what the lockfile says, and faults that somebody has told of. */

/** A library in the scripts that ship. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Terms under which a site may hand the code on without opening its own. */
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MIT-0'];

/** The libraries that `third-party.md` names, which the build writes from the modules in its bundles. */
export const shippedIn = (notices: string): Shipped[] =>
  [...notices.matchAll(/^## (\S+) (\S+) \(([^)]+)\)$/gm)].map(([, name = '', version = '', licence = '']) => ({
    name,
    version,
    licence,
  }));

export const wrongLicences = (shipped: readonly Shipped[]): string[] =>
  shipped
    .filter(({ licence }) => !ALLOWED.includes(licence))
    .map(({ name, licence }) => `${name} ships under ${licence}, which is none of ${ALLOWED.join(', ')}.`);

const REGISTRY = 'https://registry.npmjs.org/';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean; readonly inBundle?: boolean }
    >
  >;
}

/** Entries of a lockfile that name no bytes, or that another place could serve. `npm ci` enforces the others. */
export const wrongLocks = ({ packages }: Lock): string[] =>
  Object.entries(packages)
    .filter(([path, { link, inBundle }]) => path !== '' && !link && !inBundle)
    .filter(([, entry]) => !entry.integrity?.startsWith('sha512-') || !(entry.resolved ?? REGISTRY).startsWith(REGISTRY))
    .map(([path]) => `package-lock.json: ${path} has no sha512 of the public registry.`);

interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

/** Known faults: those in code that ships, and those in tools alone. `null` where the registry tells none. */
export function knownFaults(
  audit: string,
  shipped: readonly Shipped[],
): { readonly ours: string[]; readonly tools: string[] } | null {
  let told: Audit['vulnerabilities'];
  try {
    told = (JSON.parse(audit) as Audit).vulnerabilities;
  } catch {
    return null;
  }
  if (!told) return null;
  const all = Object.entries(told).map(([name, { severity, range }]) => ({ name, said: `${name} ${range}: ${severity}` }));
  const isShipped = ({ name }: { readonly name: string }): boolean => shipped.some((one) => one.name === name);
  return {
    ours: all.filter(isShipped).map(({ said }) => said),
    tools: all.filter((one) => !isShipped(one)).map(({ said }) => said),
  };
}
