/** Sentences with places to fill: `{name}` in a text, and the forms that a language has for numbers. */

/** A sentence for each way in which a language counts (CLDR's plural categories); `{n}` is the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The same words in another language: what is a text there is a text here. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends { other: string } ? Forms : Translated<T[K]>;
};

const PLACE = /\{(\w+)\}/;

/** "Sentence {i} of {n}" with its places filled. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(new RegExp(PLACE, 'g'), (place, name: string) => values[name] ?? place);

/** The same, for what is no text: links and bold words. To be rendered by lit. */
export const filled = <T>(text: string, values: Readonly<Record<string, T>>): (string | T)[] =>
  text.split(PLACE).map((part, i) => (i % 2 === 0 ? part : (values[part] ?? `{${part}}`)));

/** The first letter as a capital, where a language has them. */
export const capital = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
