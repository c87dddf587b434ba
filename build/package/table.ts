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

/** One Markdown table of everything that an embedder may use. */
export function tableOf(manifest: Manifest): string {
  const tag = elementOf(manifest);
  const properties = (tag.members ?? []).filter(({ kind }) => kind === 'field');
  const rows = [
    ...properties.map(({ name, attribute, description }) =>
      attribute !== undefined
        ? row(attribute === name ? 'attribute, property' : `attribute, property \`${name}\``, attribute, description)
        : row('property, read-only', name, description),
    ),
    ...(tag.events ?? []).map(({ name, type, description }) => row(`event, \`${type?.text ?? 'Event'}\``, name, description)),
    ...(tag.slots ?? []).map(({ name, description }) => row('slot', name || '(default)', description)),
    ...(tag.cssParts ?? []).map(({ name, description }) => row('part', name, description)),
    ...(tag.cssProperties ?? []).map(({ name, description }) => row('custom property', name, description)),
    ...(tag.cssStates ?? []).map(({ name, description }) => row('state', name, description)),
  ];
  return ['| name | kind | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

const row = (kind: string, name: string, meaning = ''): string =>
  `| \`${name}\` | ${kind} | ${meaning.replace(/\s+/g, ' ').replaceAll('|', '\\|')} |`;
