import { closestAcross } from './closest';
import { MOST_CONFIDENT } from '../shared/confidence';
import { english, type Words } from './strings';

/** One of the languages that a tag speaks, with its numbers. */
export interface Language {
  /** A BCP 47 tag of ours, never one from the page. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
  /** The two longest names of emotions: the widest that a badge can get. */
  readonly widest: readonly [string, string];
  /** A score in percent: no model is quite sure, so 1 is more than 99. */
  readonly score: (score: number) => string;
  /** A fraction, 0 to 1, in percent. */
  readonly percent: (fraction: number) => string;
  readonly count: (count: number) => string;
  readonly megabytes: (bytes: number) => string;
}

const translations: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  ar: () => import('./translations/ar'),
  de: () => import('./translations/de'),
  es: () => import('./translations/es'),
  fr: () => import('./translations/fr'),
  ja: () => import('./translations/ja'),
  pt: () => import('./translations/pt'),
};

const spoken = new Map<string, Language>();
const coming = new Map<string, Promise<void>>();

function speak(tag: string, words: Words): Language {
  const [first = '', second = ''] = Object.values(words.emotions).sort((a, b) => b.length - a.length);
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const count = new Intl.NumberFormat(tag);
  const megabytes = new Intl.NumberFormat(tag, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 });
  const language: Language = {
    tag,
    direction: tag === 'ar' ? 'rtl' : 'ltr',
    words,
    widest: [first, second],
    score: (score) => (score > MOST_CONFIDENT ? `>${percent.format(MOST_CONFIDENT)}` : percent.format(score)),
    percent: (fraction) => percent.format(fraction),
    count: (number) => count.format(number),
    megabytes: (bytes) => megabytes.format(bytes / 1e6),
  };
  spoken.set(tag, language);
  return language;
}

/** The language for a BCP 47 tag of the page: English while the translation loads (`arrived` is called when it has), and for languages without one. */
export function languageFor(pageTag: string, arrived: () => void): Language {
  const tag = pageTag.toLowerCase().split('-')[0] ?? '';
  const known = spoken.get(tag);
  if (known) return known;
  const load = Object.hasOwn(translations, tag) ? translations[tag] : undefined;
  if (load) {
    // A failure is not kept: the next tag tries again, and meanwhile English serves.
    const words =
      coming.get(tag) ??
      load()
        .then(({ default: loaded }) => void speak(tag, loaded))
        .finally(() => coming.delete(tag));
    coming.set(tag, words);
    words.then(arrived, () => undefined);
  }
  return spoken.get('en') ?? speak('en', english);
}

/** The language around an element: its own `lang` or that of the nearest ancestor, shadow roots crossed. */
export const nearestLang = (element: Element): string => closestAcross(element, '[lang]')?.getAttribute('lang') ?? '';

const listeners = new Set<() => void>();
const observer =
  typeof MutationObserver === 'undefined' // on a server
    ? undefined
    : new MutationObserver(() => {
        listeners.forEach((tell) => {
          tell();
        });
      });

/** Call back whenever a `lang` changes in one of the trees around an element, until the returned function is called. */
export function watchLanguage(element: Element, tell: () => void): () => void {
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer?.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    if (!(root instanceof ShadowRoot)) break;
  }
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
    if (listeners.size === 0) observer?.disconnect();
  };
}
