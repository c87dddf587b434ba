/** Which column of a table is its text: words with spaces between them, under a name for such. Addresses, ids and the like are none. */
import { timeOf } from './dates';
import { isFiller } from './fillers';
import { textIn, valueAt, type Fields } from './row';

const NAMES =
  /^(?:.*[._ -])?(?:text|content|message|msg|comment|review|feedback|sentence|tweet|body|note|entry|answer|response|description|caption|opinion|remark|post|selftext|full_?text|review_?text|comment_?text|verbatim|transcript|utterance|quote|reply|complaint|suggestion)s?$/i;
/** Names of what is said shortly. */
const TITLES = /^(?:.*[._ -])?(?:title|subject|headline|summary)s?$/i;
/** The questions of a survey. */
const QUESTION =
  /\b(?:why|how|what|describe|explain|tell us|comments?|feedback|feel|think|thoughts|opinion|suggestions?|anything else)\b/i;

const MACHINE: readonly RegExp[] = [
  /^(?:https?:\/\/|www\.|mailto:|data:|\/[\w.-]+\/|[A-Z]:\\|file:)/i,
  /^[\w.+-]+@[\w-]+\.[\w.]+$/,
  /^\{.*\}$|^\[.*["\d{].*\]$/s,
  /^(?:Mozilla|Opera|curl|okhttp|Dalvik|python-requests)\//,
  /^[-+]?[$€£]?[\d.,\s:/%-]+$/,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^[\w+/=-]{16,}$/, // one long word: a hash, a key
  /^(?=.*\d)[\w.:#/-]+$/, // one word with digits: an id
  /^<[a-z!?][^>]*>$/i,
  /^(?:true|false|yes|no)$/i,
];

const isMachine = (text: string): boolean => MACHINE.some((shape) => shape.test(text)) || !Number.isNaN(timeOf(text));

/** What a site leaves of a text that was taken back. */
const TAKEN_BACK = /^\[?(?:deleted|removed|redacted|unavailable)(?: by \w+)?\]?$/i;

const wordsIn = (text: string): number => text.match(/\p{L}{2,}|\p{L}'?\p{L}*/gu)?.length ?? 0;

/** How much a column looks like the text: 0 for what certainly is not. */
function likeness(name: string, rows: readonly Fields[]): number {
  const values = rows
    .map((fields) => textIn(valueAt(fields, name))?.trim() ?? '')
    .filter((text) => text !== '' && !isFiller(text) && !TAKEN_BACK.test(text));
  const written = values.filter((text) => !isMachine(text));
  if (written.length < values.length / 2 || written.length === 0) return 0;
  const words = written.reduce((sum, text) => sum + Math.min(wordsIn(text), 200), 0) / rows.length;
  // A handful of values that come again and again are kinds of something.
  const isKinds = rows.length > 20 && new Set(written).size < written.length / 5;
  const weight = NAMES.test(name.trim()) ? 20 : TITLES.test(name.trim()) ? 2 : name.includes(' ') && QUESTION.test(name) ? 3 : 1;
  return (words + 0.01) * weight * (isKinds ? 0.1 : 1);
}

/** The column that is most like a text, but for those that are taken; else the first. */
export function textColumn(columns: readonly string[], rows: readonly Fields[], taken: readonly (string | null)[] = []): string {
  const free = columns.filter((column) => !taken.includes(column));
  let best = free.find((name) => NAMES.test(name.trim())) ?? free[0] ?? columns[0] ?? '';
  let most = 0;
  for (const column of free) {
    const like = likeness(column, rows);
    if (like > most) [best, most] = [column, like];
  }
  return best;
}
