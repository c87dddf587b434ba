/** The lines of a chat, as messengers write them: where a message begins, with its moment and who wrote it. */
import { timeOf } from '../dates';

/**
 * A moment before each message; the same on a line of its own, below that of a name; a time of day, with days on lines of their own if at
 * all; or who speaks and nothing else.
 */
export type Kind = 'stamped' | 'below' | 'clock' | 'said';

export interface Beginning {
  readonly date: string;
  /** Empty where it may stand on the line below. */
  readonly name: string;
  readonly text: string;
}

const CLOCK = String.raw`(?:(?:오전|오후|上午|下午|午前|午後) ?)?\d?\d:\d\d(?::\d\d)?(?: ?[AP]M)?`;

const STAMPED =
  /^[\u200e\u200f\ufeff]*(?:\[(?<inside>[^\]]{8,40})\] ?|\((?<round>[^)]{8,40})\) |(?<before>\S.{7,32}?) [-–] |(?<iso>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)?) (?=\S+: )|(?<korean>\d{4}[.년].{6,24}?\d\d), (?=[^:]{1,60}: )|(?<alone>[\w, .:/\u202f-]{8,40})(?: \([^)]*\))?$)(?<rest>.*)$/s;
/** As copied out of a messenger: the name, the moment, and the message below. */
const SIGNED = /^(?<by>[^[\]:]{1,60}?)(?:, \[(?<at>[^\]]{8,40})\]:?| — (?<on>\d\d?\D.{5,30}))$/;
const NAMED = /^[\u200e~\u202a\u202f ]*(?:<(?<nick>[^<>:]{1,40})> (?<said>.*)|(?!<)(?<name>[^:]{1,60}?)[\u202c]?: ?(?<text>.*))$/s;

const OF_CLOCK: readonly RegExp[] = [
  new RegExp(String.raw`^\[(?<name>[^\]]{1,40})\] \[(?<clock>${CLOCK})\] (?<text>.*)$`, 's'),
  new RegExp(String.raw`^[[(](?<clock>${CLOCK})[\])] (?:<(?<nick>[^<>]{1,40})> |(?<name>[^:<>*]{1,40}): |(?=\*))(?<text>.*)$`, 's'),
  new RegExp(String.raw`^(?<clock>${CLOCK}) (?:<[@+%&~ ]?(?<nick>[^<>]{1,40})> |(?=-!- ))(?<text>.*)$`, 's'),
  new RegExp(String.raw`^(?<clock>${CLOCK})\t(?<name>[^\t]{1,40})\t(?<text>.*)$`, 's'),
  new RegExp(String.raw`^(?<clock>${CLOCK}) +(?:From )?(?<name>[^:\t]{1,40}?)(?: to [^:]{1,60})?: ?(?<text>.*)$`, 's'),
  new RegExp(
    String.raw`^(?<name>\p{L}[^:\t]{0,40}?)(?: {1,3}(?=.*M$)| {2,3})(?<clock>\d?\d:\d\d(?: [AP]M|(?::\d\d)?))(?<text>)$`,
    'su',
  ),
  // A meeting that was saved with its day.
  new RegExp(String.raw`^(?<clock>\d{4}-\d\d-\d\d ${CLOCK}) +From (?<name>[^:\t]{1,40}?)(?: to [^:]{1,60})?: ?(?<text>.*)$`, 'si'),
];

const SAID = /^(?<name>\p{Lu}[\p{L}\p{M}\d .'’-]{0,24}): (?<text>\S.*)$/su;

const isMoment = (text: string): boolean => !Number.isNaN(timeOf(text)) || !Number.isNaN(timeOf(text, 'day'));

/** A line that is nothing but a day, with ornaments. */
export function dayAt(line: string): string | null {
  const bare = line.replace(/^[-=–—\s]+|[-=–—\s]+$/g, '').replace(/ ?(?:\([\p{L}.]{1,10}\)|\p{L}+요일|[月火水木金土日]曜日)$/u, '');
  return bare.length < 40 && !/\d:\d\d/.test(bare) && isMoment(bare) ? bare : null;
}

/** @param day the day that was named last, where the chat is one of `clock` */
export function beginningAt(line: string, kind: Kind, day = ''): Beginning | null {
  switch (kind) {
    case 'stamped':
      return stampedAt(line);
    case 'below':
      return aloneAt(line);
    case 'clock': {
      const groups = OF_CLOCK.map((shape) => shape.exec(line)?.groups).find(Boolean);
      if (!groups) return null;
      const { clock = '', name, nick, text = '' } = groups;
      return { date: `${day} ${clock}`.trim(), name: (name ?? nick ?? '').trim(), text };
    }
    case 'said': {
      const { name, text = '' } = SAID.exec(line)?.groups ?? {};
      return name === undefined ? null : { date: '', name, text };
    }
  }
}

/** A line that is nothing but a moment. */
function aloneAt(line: string): Beginning | null {
  const beginning = stampedAt(line);
  return beginning?.name === '' && beginning.text === '' ? beginning : null;
}

function stampedAt(line: string): Beginning | null {
  const { by, at, on } = SIGNED.exec(line)?.groups ?? {};
  const { inside, round, before, iso, korean, alone, rest = '' } = STAMPED.exec(line)?.groups ?? {};
  const date = at ?? on ?? inside ?? round ?? before ?? iso ?? korean ?? alone;
  if (date === undefined || !/\d[:h.]\d\d/.test(date) || !isMoment(date)) return null;
  if (by !== undefined) return { date, name: by, text: '' };
  const { name, text, nick, said } = NAMED.exec(rest)?.groups ?? {};
  return { date: date.trim(), name: (name ?? nick)?.trim() ?? '', text: text ?? said ?? rest };
}

/** Of the first lines so many are looked at, and so few may stand above the first message. */
const LOOKED_AT = 60;
const ABOVE = 3;
/** As many where a line is drawn around them. */
const ABOVE_DRAWN = 6;
/** A line that is drawn above, between or below messages. */
export const DRAWN = /^\s*(?:={5,}|-{5,}|_{5,}|\*{5,})\s*$/;
/** What else is a table of its own. */
const TABLES = /^(?:csv|tsv|tab|psv|json|jsonl|ndjson)$/;

/** What kind of chat begins so; `null` for what is none. */
export function kindOf(text: string, ending: string): Kind | null {
  const all = text.split(/\r\n|\n|\r/, 10 * LOOKED_AT);
  const lines = all.filter((line) => line.trim() !== '' && !DRAWN.test(line)).slice(0, LOOKED_AT);
  if (isBelow(lines)) return 'below';
  if (isStamped(lines, all.slice(0, ABOVE).some((line) => DRAWN.test(line)) ? ABOVE_DRAWN : ABOVE)) return 'stamped';
  if (TABLES.test(ending)) return null;
  if (isOfClock(lines)) return 'clock';
  return isSaid(lines) ? 'said' : null;
}

/** Whether names stand above moments: there are fewer of them than of what stands below these. */
function isBelow(lines: readonly string[]): boolean {
  const at = [...lines.keys()].filter((i) => aloneAt(lines[i] ?? '') !== null);
  const above = at.map((i) => lines[i - 1] ?? '');
  const below = at.map((i) => lines[i + 1] ?? '');
  const areNames = above.every((line) => /^\p{L}[^:!?]{0,39}$/u.test(line) && !line.endsWith('.'));
  return at.length > 1 && (at[0] ?? 0) <= ABOVE && areNames && new Set(above).size <= new Set(below).size;
}

function isStamped(lines: readonly string[], most: number): boolean {
  const messages = lines.map((line) => stampedAt(line));
  const first = messages.findIndex((message) => message !== null);
  const all = messages.filter((message) => message !== null);
  // Who wrote it may stand on the line of the moment, or below.
  const isSigned = (at: number): boolean =>
    messages[at]?.name === '' && messages[at].text.length < 40 && at + 1 < lines.length && messages[at + 1] === null;
  const signed = messages.filter((_, at) => isSigned(at)).length;
  const named = all.filter(({ name }) => name !== '').length + (signed >= 0.8 * all.length && all.length > 1 ? signed : 0);
  return first >= 0 && first < most && named > 0 && (named > 1 || lines.length < 5) && named >= lines.length / 12;
}

function isOfClock(lines: readonly string[]): boolean {
  const messages = lines.map((line) => beginningAt(line, 'clock'));
  const count = messages.filter((message) => message !== null).length;
  const first = messages.findIndex((message) => message !== null);
  const hasDays = lines.slice(0, first + 1).some((line) => dayAt(line) !== null);
  // Tabs alone are those of a table.
  if (lines[first]?.includes('\t') && !hasDays && !lines[first].endsWith(':')) return false;
  return count > 1 && first < ABOVE + (hasDays ? 2 : 0) && count >= lines.length / 4;
}

function isSaid(lines: readonly string[]): boolean {
  const names = lines.map((line) => beginningAt(line, 'said')?.name);
  const told = names.filter((name) => name !== undefined);
  const again = told.filter((name) => told.indexOf(name) !== told.lastIndexOf(name));
  return names[0] !== undefined && told.length > 3 && told.length >= 0.6 * lines.length && again.length >= 0.8 * told.length;
}
