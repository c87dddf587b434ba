/** The language that the app speaks: which one, its words and its numbers, and who is told when it changes. */
import { en, type Words } from './en';
import { fill, type Forms } from './forms';

/** Each by its own name. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  ja: '日本語',
  ar: 'العربية',
} as const;

export type LanguageTag = keyof typeof LANGUAGES;

export const TRANSLATIONS: Readonly<Record<Exclude<LanguageTag, 'en'>, () => Promise<{ default: Words }>>> = {
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
  pt: () => import('./pt'),
  ja: () => import('./ja'),
  ar: () => import('./ar'),
};

let spoken: { readonly tag: LanguageTag; readonly words: Words } = { tag: 'en', words: en };
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);

let wanted: LanguageTag = 'en';
const listeners = new Set<() => void>();

export const words = (): Words => spoken.words;
export const language = (): LanguageTag => spoken.tag;
export const isRightToLeft = (): boolean => RIGHT_TO_LEFT.has(spoken.tag);

const KEY = 'emotion-tag-language';

/** Speak what `public/address.js` has found out before anything was painted: what somebody chose, else a language of the browser. */
export async function beginSpeaking(): Promise<void> {
  const { lang, dataset } = document.documentElement;
  try {
    if (Object.hasOwn(LANGUAGES, lang) && lang !== 'en') await speak(lang as LanguageTag);
  } catch {
    document.documentElement.lang = 'en'; // offline, and never loaded before
  }
  delete dataset.translating;
}

/** Speak a language that somebody has chosen, here and on later visits. */
export async function chooseLanguage(tag: LanguageTag): Promise<void> {
  await speak(tag);
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // for this visit then
  }
}

/** For dates: English ones are written as in Britain, the day first. */
export const locale = (): string => (spoken.tag === 'en' ? 'en-GB' : spoken.tag);

const formats = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

/** A number as the language writes it. A format is made once: making one takes longer than writing a hundred numbers. */
export function figure(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = `${spoken.tag} ${Object.entries(options).join()}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(spoken.tag, options)));
  return format.format(value);
}

function formOf(n: number): Intl.LDMLPluralRule {
  let rules = plurals.get(spoken.tag);
  if (!rules) plurals.set(spoken.tag, (rules = new Intl.PluralRules(spoken.tag)));
  return rules.select(n);
}

/** "3,000". */
export const number = (value: number): string => figure(value);

/** "3,000 entries": the form that the language has for the number, with `{n}` and other places filled. */
export const counted = (forms: Forms, n: number, values: Readonly<Record<string, string>> = {}): string =>
  fill(forms[formOf(n)] ?? forms.other, { n: number(n), ...values });

/** @returns what ends it */
export function onSpeech(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/**
 * Speak another language from now on.
 * @throws where its words cannot be loaded: then all stays as it is
 */
export async function speak(tag: LanguageTag): Promise<void> {
  wanted = tag;
  const spokenWords = tag === 'en' ? en : (await TRANSLATIONS[tag]()).default;
  if (wanted !== tag) return; // another was chosen meanwhile
  spoken = { tag, words: spokenWords };
  Object.assign(document.documentElement, { lang: tag, dir: isRightToLeft() ? 'rtl' : 'ltr' });
  listeners.forEach((tell) => {
    tell();
  });
}
