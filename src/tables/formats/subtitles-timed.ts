/** Lines of what is said that begin with their time, as lyrics (.lrc), speech recognisers and pages of videos have them; or have it above. */
import type { Row } from '../row';
import { kindOf } from './chat-lines';

const MOMENT = String.raw`(?:\d+:)?\d?\d:\d\d(?:[.,:]\d{1,3})?`;
const LINE = new RegExp(
  String.raw`^\s*(?:\[(?<from>${MOMENT})\s*-->\s*(?<to>${MOMENT})\]|[[(](?<in>${MOMENT})[\])](?:\[${MOMENT}\])*|(?<bare>${MOMENT}) )[ \t]*(?<text>.*)$`,
  's',
);
/** A time that stands alone above what is said. */
export const ALONE = new RegExp(String.raw`^\s*[[(]?(?<start>${MOMENT})[\])]?\s*$`);
/** What lyrics say of themselves: `[ar:…]`. */
const TAG = /^\s*\[[a-z#]+:[^\]]*\]\s*$/i;
/** What else is a table of its own. */
const TABLES = /^(?:csv|tsv|tab|psv|json|jsonl|ndjson)$/;
const LOOKED_AT = 60;

const filledLines = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/, 4 * LOOKED_AT)
    .filter((line) => line.trim() !== '' && !TAG.test(line))
    .slice(0, LOOKED_AT);

/** Which of the two ways it is; `null` for neither. */
export function timedWay(text: string, ending: string): 'timed' | 'below' | null {
  if (TABLES.test(ending) || !/\d:\d\d/.test(text)) return null;
  const lines = filledLines(text);
  const timed = lines.filter((line) => (LINE.exec(line)?.groups?.text ?? '') !== '');
  const alone = lines.flatMap((line, at) => (ALONE.test(line) ? [at] : []));
  const isTimed = timed.length > 2 && timed[0] === lines[0] && timed.length >= 0.8 * (lines.length - alone.length);
  const isBelow = alone.length > 2 && (alone[0] ?? 0) < 3 && alone.length >= lines.length / 4;
  const isSpread = alone.every((at, i) => at !== (alone[i + 1] ?? -1) - 1);
  if ((!isTimed && !(isBelow && isSpread)) || kindOf(text, ending) !== null) return null;
  return isTimed ? 'timed' : 'below';
}

export function timedRows(columns: readonly string[]): (line: string, number: number) => Row | null {
  return (line, number) => {
    const { from, to, in: inside, bare, text } = LINE.exec(line)?.groups ?? {};
    if (text === undefined && TAG.test(line)) return null;
    const said = (text ?? line).replaceAll(/<[\d:.]+>/g, '').trim();
    const fields = { start: from ?? inside ?? bare ?? '', end: to ?? '', speaker: '', text: said };
    return { kind: 'row', number, lines: 1, columns, fields };
  };
}
