/** What phone messengers export: a message begins with its moment, and lines without one belong to the message above. */
import { timeOf } from '../dates';
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import { MOST_BYTES, type Format, type Start } from './format';
import { tooLong } from './line-rows';
import { linesOf } from './lines';

const STAMPED =
  /^[\u200e\u200f\ufeff]*(?:\[(?<inside>[^\]]{8,40})\] ?|(?<before>\S.{7,32}?) [-–] |(?<korean>\d{4}[.년].{6,24}?\d\d), (?=.{1,60} : ))(?<rest>.*)$/s;
/** As copied out of a messenger: the name, the moment, and the message below. */
const SIGNED = /^(?<by>[^[\]:]{1,60}), \[(?<at>[^\]]{8,40})\]:?$/;
const NAMED = /^[\u200e~\u202a\u202f ]*(?<name>[^:]{1,60}?)[\u202c]?: ?(?<text>.*)$/s;

/** What stands for a picture, a call, or a message that was taken back. */
const NOTICE = new RegExp(
  `^(?:${[
    String.raw`<[^<>\n]{3,80}>|null`,
    '.{0,30} (?:omitted|weggelassen|ausgeschlossen|omitid[oa]s?|omess[oai]|omise?s?|verwijderd|ocultad[oa]s?)',
    String.raw`.*\((?:file attached|Datei angehängt|archivo adjunto|fichier joint)\)`,
    'this message was deleted|you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht',
    'se eliminó este mensaje|eliminaste este mensaje|mensagem apagada|você apagou esta mensagem|ce message a été supprimé',
    'vous avez supprimé ce message|questo messaggio è stato eliminato|hai eliminato questo messaggio|dit bericht is verwijderd',
    'missed (?:voice|video) call.*|verpasster (?:sprach|video)anruf.*|waiting for this message.*',
    'messages and calls are end-to-end encrypted.*',
    String.raw`(?:(?:live )?location(?: shared)?|standort|ubicación|localisation|posizione|locatie): https?:\S+`,
  ].join('|')})\\.?$`,
  'is',
);
const EDITED = / ?<(?:This message was edited|Diese Nachricht wurde bearbeitet\.?)>$/;

const COLUMNS = ['date', 'name', 'text', 'notice'];

interface Message {
  readonly number: number;
  readonly date: string;
  readonly name: string;
  readonly lines: string[];
}

function messageAt(line: string, number: number): Message | null {
  const { by, at } = SIGNED.exec(line)?.groups ?? {};
  const { inside, before, korean, rest = '' } = STAMPED.exec(line)?.groups ?? {};
  const date = at ?? inside ?? before ?? korean;
  if (date === undefined || !/\d[:h.]\d\d/.test(date) || (Number.isNaN(timeOf(date)) && Number.isNaN(timeOf(date, true))))
    return null;
  if (by !== undefined) return { number, date, name: by, lines: [''] };
  const { name, text } = NAMED.exec(rest)?.groups ?? {};
  return { number, date: date.trim(), name: name?.trim() ?? '', lines: [text ?? rest] };
}

function rowOf({ number, date, name, lines }: Message): Row {
  // Some write the name above the message instead of before it.
  const isAbove = name === '' && lines.length > 1;
  const all = (isAbove ? lines.slice(1) : lines)
    .join('\n')
    .replaceAll(/[\u200e\u200f]/g, '')
    .trim()
    .replace(EDITED, '');
  const isNotice = NOTICE.test(all) || (name === '' && !isAbove);
  const fields = { date, name: isAbove ? (lines[0] ?? '').trim() : name, text: isNotice ? '' : all, notice: isNotice ? all : '' };
  return { kind: 'row', number, lines: lines.length, columns: COLUMNS, fields };
}

/** Of the first lines so many are looked at, and so few may stand above the first message. */
const LOOKED_AT = 60;
const ABOVE = 3;

function isOne({ text }: Start): boolean {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const messages = lines.map(messageAt);
  const first = messages.findIndex((message) => message !== null);
  const named = messages.filter((message) => message && message.name !== '');
  return (
    first >= 0 && first < ABOVE && named.length > 0 && (named.length > 1 || lines.length < 5) && named.length >= lines.length / 12
  );
}

export const chat: Format = {
  name: 'chat',
  title: 'chat',
  says: 'The export of a messenger: a message with its date and name is a row.',
  endings: ['txt'],
  types: [],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne,
  layoutOf: () => ({}),
  async *rows({ file, encoding }, account) {
    let open: Message | null = null;
    let number = 0;
    for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) {
      const rows: Row[] = [];
      for (const line of lines) {
        number++;
        const message: Message | null = line === null ? null : messageAt(line, number);
        if (line === null) {
          if (open) rows.push(rowOf(open));
          open = null;
          rows.push(tooLong(number));
        } else if (message) {
          if (open) rows.push(rowOf(open));
          open = message;
        } else if (open) open.lines.push(line);
        else account.put(line.trim() === '' ? 'blank' : 'above', 1);
      }
      yield rows;
    }
    if (open) yield [rowOf(open)];
  },
};
