/** What React, Vue, Svelte and JetBrains' editors know of the tag, from the Custom Elements Manifest. */
import { elementOf, type Manifest, type Named } from './table.ts';

const HEAD = (how: string): string => `/** ${how} Generated from the manifest. */\n`;
const EVENTS = 'EmotionChangeEvent, EmotionErrorEvent, EmotionExplainEvent, EmotionProgressEvent';

/** Templates may give any attribute as `null` or `undefined`, which is its default, and a number as text. */
const typeOf = ({ type }: Named): string => {
  const text = (type?.text ?? 'string').replace(' | null', '');
  return `${text}${/\bnumber\b/.test(text) ? ' | `${number}`' : ''} | null | undefined`;
};

const line = (name: string, type: string, meaning = ''): string => `  /** ${meaning} */\n  ${JSON.stringify(name)}?: ${type};`;

/** Of the tag alone: what every element has, `lang` too, the framework knows. @param eventName the attribute or property that listens to an event */
function propsOf(manifest: Manifest, eventName: (name: string) => string): string {
  const { attributes = [], events = [] } = elementOf(manifest);
  return [
    ...attributes
      .filter(({ name }) => name !== 'lang')
      .map((attribute) => line(attribute.name, typeOf(attribute), attribute.description)),
    ...events.map(({ name, type, description }) =>
      line(eventName(name), `((event: ${type?.text ?? 'Event'}) => void) | undefined`, description),
    ),
  ].join('\n');
}

const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** React sets what the element has as a property and the rest as attributes. */
export const jsxTypes = (
  manifest: Manifest,
): string => `${HEAD("`import type {} from 'emotion-tag/jsx'` tells React 19 of the tag.")}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { EmotionTag, ${EVENTS} } from 'emotion-tag';

interface EmotionTagProps extends DetailedHTMLProps<HTMLAttributes<EmotionTag>, EmotionTag> {
${propsOf(manifest, (name) => `on${name}`)}
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'emotion-tag': EmotionTagProps;
    }
  }
}
`;

export const vueTypes = (
  manifest: Manifest,
): string => `${HEAD("`import type {} from 'emotion-tag/vue'` tells Vue's templates of the tag.")}
import type { HTMLAttributes, PublicProps } from 'vue';
import type { ${EVENTS} } from 'emotion-tag';

interface EmotionTagProps extends /* @vue-ignore */ Omit<HTMLAttributes, 'name'> {
${propsOf(manifest, (name) => `on${pascal(name)}`)}
}

declare module 'vue' {
  interface GlobalComponents {
    'emotion-tag': new () => { $props: EmotionTagProps & PublicProps };
  }
}
`;

export const svelteTypes = (
  manifest: Manifest,
): string => `${HEAD("`import type {} from 'emotion-tag/svelte'` tells Svelte's markup of the tag.")}
import type { HTMLAttributes } from 'svelte/elements';
import type { EmotionTag, ${EVENTS} } from 'emotion-tag';

interface EmotionTagAttributes extends Omit<HTMLAttributes<EmotionTag>, 'name'> {
${propsOf(manifest, (name) => `on${name}`)}
}

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
    'emotion-tag': EmotionTagAttributes;
  }
}
`;

/** https://github.com/JetBrains/web-types, which WebStorm and IntelliJ read by the package's field `web-types`. */
export function webTypes(manifest: Manifest, { name, version }: { name: string; version: string }): string {
  const element = elementOf(manifest);
  const told = ({ name, description = '' }: Named): object => ({ name, description });
  const valued = (one: Named): object => ({ ...told(one), value: { type: one.type?.text ?? 'string' } });
  const properties = (element.members ?? []).filter(({ kind }) => kind === 'field');
  const html = {
    elements: [
      {
        name: element.tagName,
        description: element.description ?? '',
        attributes: (element.attributes ?? []).map(valued),
        slots: (element.slots ?? []).map(told),
        events: (element.events ?? []).map(told),
        js: { properties: properties.map(valued), events: (element.events ?? []).map(told) },
        css: { parts: (element.cssParts ?? []).map(told), properties: (element.cssProperties ?? []).map(told) },
      },
    ],
  };
  const schema = 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json';
  return JSON.stringify({ $schema: schema, name, version, 'description-markup': 'markdown', contributions: { html } }, null, 2);
}
