/** The part of a Custom Elements Manifest that is shown or told to editors. */
export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Named[];
  readonly members?: readonly (Named & { readonly kind: string; readonly attribute?: string })[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

/** @throws {Error} if the manifest tells of no `<emotion-tag>` */
export function elementOf({ modules }: Manifest): Declaration {
  const tag = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'emotion-tag');
  if (!tag) throw new Error('The manifest has no <emotion-tag>. Does src/element/emotion-tag.ts still say @tagname?');
  return tag;
}

/** A Markdown table for each kind of thing that an embedder may use. Not padded: a change of one row shows as one row. */
export function tablesOf(manifest: Manifest): string {
  const tag = elementOf(manifest);
  const properties = (tag.members ?? []).filter(({ kind }) => kind === 'field');
  const attributes = properties.map(({ name, attribute, description }) =>
    attribute === undefined
      ? row(`\`${name}\` (property, read-only)`, description)
      : row(attribute === name ? `\`${name}\`` : `\`${attribute}\` (property \`${name}\`)`, description),
  );
  const named = (all: readonly Named[] = []): string[] => all.map(({ name, description }) => row(`\`${name}\``, description));
  const parts = [
    ...(tag.slots ?? []).map(({ name, description }) => row(name ? `slot \`${name}\`` : 'the slot', description)),
    ...named(tag.cssParts),
    ...named(tag.cssProperties),
  ];
  return [
    table('attribute, also a property', attributes),
    table('event', named(tag.events)),
    table('part, for `::part()`', parts),
    table('state, for `:state()`', named(tag.cssStates)),
  ].join('\n\n');
}

const table = (kind: string, rows: readonly string[]): string => [`| ${kind} | meaning |`, '| --- | --- |', ...rows].join('\n');

const row = (what: string, meaning = ''): string => `| ${what} | ${meaning.replace(/\s+/g, ' ').replaceAll('|', '\\|')} |`;
