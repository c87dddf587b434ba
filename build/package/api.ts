/** What an embedder may use of the tag, from the Custom Elements Manifest: for the page Embed and for `llms.txt`. */
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { elementOf, type Manifest, type Named } from './table.ts';

export interface Own {
  readonly name: string;
  readonly version: string;
  readonly homepage: string;
}

export interface ApiRow {
  readonly name: string;
  /** Its type, or for an event its class. */
  readonly type?: string;
  readonly default?: string;
  readonly meaning: string;
}

export interface Api extends Own {
  readonly description: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly ApiRow[] }[];
}

/** The manifest of the sources as they are, written nowhere. */
export const readManifest = (): Promise<Manifest> =>
  cli({
    argv: ['analyze', '--config', 'build/package/manifest.config.js', '--quiet'],
    noWrite: true,
  });

const row = ({ name, type, default: preset, description = '' }: Named): ApiRow => ({
  name: name === '' ? '(default)' : name,
  ...(type && { type: type.text.replaceAll("'", '') }),
  ...(preset !== undefined && preset !== "''" && { default: preset.replaceAll("'", '') }),
  meaning: description.replace(/\s+/g, ' '),
});

export function apiOf(manifest: Manifest, { name, version, homepage }: Own): Api {
  const tag = elementOf(manifest);
  const fields = (tag.members ?? []).filter(({ kind }) => kind === 'field');
  const groups = [
    { title: 'Attributes', rows: (tag.attributes ?? []).map(row) },
    { title: 'Properties', rows: fields.map(row) },
    { title: 'Events', rows: (tag.events ?? []).map(row) },
    { title: 'Slots', rows: (tag.slots ?? []).map(row) },
    { title: 'Parts', rows: (tag.cssParts ?? []).map(row) },
    { title: 'Custom properties', rows: (tag.cssProperties ?? []).map(row) },
    { title: 'States', rows: (tag.cssStates ?? []).map(row) },
  ];
  return { name, version, homepage, description: tag.description ?? '', groups };
}
