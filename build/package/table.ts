/** The part of a Custom Elements Manifest that the table shows. */
export interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly Named[];
      readonly members?: readonly (Named & { readonly kind: string; readonly attribute?: string })[];
      readonly events?: readonly Named[];
      readonly slots?: readonly Named[];
      readonly cssParts?: readonly Named[];
      readonly cssProperties?: readonly Named[];
      readonly cssStates?: readonly Named[];
    }[];
  }[];
}

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

/** One Markdown table of everything that an embedder may use. */
export function tableOf({ modules }: Manifest): string {
  const tag = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'emotion-tag');
  if (!tag) throw new Error('The manifest has no <emotion-tag>. Does src/element/emotion-tag.ts still say @tagname?');
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
