/** Which column of a table is its text: words with spaces between them, under a name for such. Addresses, ids and the like are none. */
import { timeOf } from './dates';
import { isFiller } from './fillers';
import { textIn, valueAt, type Fields } from './row';

const NAMES =
  /^(?:.*[._ -])?(?:text|content|message|msg|comment|review|feedback|sentence|tweet|body|note|entry|answer|response|description|caption|opinion|remark|post|selftext|full_?text|review_?text|comment_?text|verbatim|transcript|utterance|quote|reply|complaint|suggestion|(?:review|comment|message|reply|post|answer)(?:body|text|content))s?$/i;
/** The same where another language names the columns of English texts. */
const FOREIGN_NAMES =
  /^(?:.*[._ -])?(?:kommentare?|bemerkung(?:en)?|nachricht(?:en)?|antwort(?:en)?|bewertung(?:en)?|rezension(?:en)?|meinung|rückmeldung|beschreibung|comentarios?|mensajes?|reseñas?|opini(?:ón|ones)|respuestas?|commentaires?|avis|réponses?|comentários?|mensage[nm]s?|respostas?|opinião|comment[oi]|recension[ei]|messaggi[o]?|rispost[ae]|bericht(?:en)?|opmerking(?:en)?|reacties?|texte?|texto|testo|tekst)$/i;
/** What is of words, and not said by anybody. */
const THINGS =
  /(?:^|[._ -])(?:address|location|city|country|street|region|url|link|permalink|user.?agent|browser|device|source|category|department|status|file.?name|path|tags?|resolution|company|product(?: name)?|adresse|ort|land)$/i;
/** What a firm answers to what was said. */
const OF_THE_FIRM =
  /\b(?:company|developer|owner|seller|business|merchant|agent|staff|admin|support|host|hotel|management|vendor|our)(?:['’]?s)?\b.*(?:reply|response|answer|comment|note|message)|(?:reply|response|answer|comment)s?[ _-](?:from|by|of)[ _-](?:the[ _-])?(?:company|developer|owner|seller|business|merchant|agent|host|hotel|management|vendor)/i;
/** What answers to what somebody has said, where that is in the table too. */
const REPLY = /(?:^|[._ -])(?:\w*Reply|repl(?:y|ies))(?:[._ -]|$)/i;
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
  const weight = weightOf(name.trim());
  return (words + 0.01) * weight * (isKinds ? 0.1 : 1);
}

function weightOf(name: string): number {
  if (OF_THE_FIRM.test(name.replaceAll('_', ' '))) return 1;
  if (NAMES.test(name) || FOREIGN_NAMES.test(name)) return 20;
  if (TITLES.test(name)) return 2;
  if (THINGS.test(name)) return 0.2;
  return name.includes(' ') && QUESTION.test(name) ? 3 : 1;
}

/** Whether somebody may have said what is in a column. */
export const isText = (column: string, rows: readonly Fields[]): boolean =>
  weightOf(column.trim()) >= 20 || likeness(column, rows) > 0;

/** The column that is most like a text, but for those that are taken; else the first. */
export function textColumn(columns: readonly string[], rows: readonly Fields[], taken: readonly (string | null)[] = []): string {
  const own = columns.filter((column) => !taken.includes(column));
  const isNamed = own.some((column) => !REPLY.test(column) && weightOf(column.trim()) >= 20 && likeness(column, rows) > 0);
  const free = isNamed ? own.filter((column) => !REPLY.test(column)) : own;
  let best = free.find((name) => NAMES.test(name.trim())) ?? free[0] ?? columns[0] ?? '';
  let most = 0;
  for (const column of free) {
    const like = likeness(column, rows);
    if (like > most) [best, most] = [column, like];
  }
  return best;
}
