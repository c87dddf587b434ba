/** What phone messengers export: a message begins with its moment, and lines without one belong to the message above. */
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import { beginningAt, dayAt, DRAWN, kindOf, type Beginning } from './chat-lines';
import { MOST_BYTES, type Format } from './format';
import { tooLong } from './line-rows';
import { linesOf } from './lines';

/** What stands for a picture, a call, or a message that was taken back. */
const NOTICE = new RegExp(
  `^(?:${[
    String.raw`<[^<>\n]{3,80}>|null|\[[^[\]\n]{2,30}\]`,
    '.{0,30} (?:omitted|weggelassen|ausgeschlossen|omitid[oa]s?|omess[oai]|omise?s?|verwijderd|weggelaten|ocultad[oa]s?|absente?s?|udeladt|utelämna(?:d|t|ts|des)|pominięto)',
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

interface Message extends Beginning {
  readonly number: number;
  /** Lines of the file before what came below it. */
  readonly head: number;
  /** What came below it. */
  readonly below: string[];
}

/** Where a picture has words below it, these are the text. */
const CAPTIONED = /^(?:<[^<>\n]{3,80}>|.*\((?:file attached|Datei angehängt|archivo adjunto|fichier joint)\))\n(?=\S)/i;

function rowOf({ number, head, date, name, text, below }: Message): Row {
  // Some write the name above the message instead of before it.
  const isAbove = name === '' && below.length > 0;
  const above = isAbove ? text || (below[0] ?? '') : '';
  const parts = isAbove ? below.slice(text === '' ? 1 : 0) : [text, ...below];
  const all = parts
    .join('\n')
    .replaceAll(/[\u200e\u200f]/g, '')
    .trim()
    .replace(/^"(.*\n.*)"$/s, '$1')
    .replace(EDITED, '')
    .replace(CAPTIONED, '');
  const isNotice = NOTICE.test(all) || (name === '' && !isAbove);
  const fields = { date, name: isAbove ? above.trim() : name, text: isNotice ? '' : all, notice: isNotice ? all : '' };
  return { kind: 'row', number, lines: head + below.length, columns: COLUMNS, fields };
}

export const chat: Format = {
  name: 'chat',
  title: 'chat',
  says: 'The export of a messenger: a message with its date and name is a row.',
  endings: ['txt'],
  types: [],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne: ({ text, ending }) => kindOf(text, ending) !== null,
  layoutOf: () => ({}),
  async *rows({ file, encoding }, account) {
    const start = new TextDecoder(encoding).decode(await file.slice(0, SAMPLE).arrayBuffer(), { stream: true });
    const kind = kindOf(start, '') ?? 'stamped';
    const isRuled = start.split(/[\r\n]/, 3).some((line) => DRAWN.test(line));
    let open: Message | null = null;
    let day = '';
    let number = 0;
    /** What stands on the line above, where a name may. */
    let above: string | null = null;
    for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) {
      const rows: Row[] = [];
      for (const line of lines) {
        number++;
        const beginning: Beginning | null = line === null ? null : beginningAt(line, kind, day);
        const isDrawn = line !== null && isRuled && DRAWN.test(line);
        const isDay = line !== null && kind === 'clock' && !beginning && dayAt(line) !== null;
        const isSigned = beginning !== null && kind === 'below' && above !== null;
        if (isSigned && open) open.below.pop();
        else if (isSigned) account.put('above', -1);
        if (open && (line === null || isDay || isDrawn || beginning)) {
          rows.push(rowOf(open));
          open = null;
        }
        if (line === null) rows.push(tooLong(number));
        else if (beginning && isSigned) open = { ...beginning, name: above ?? '', number: number - 1, head: 2, below: [] };
        else if (beginning) open = { ...beginning, number, head: 1, below: [] };
        else if (isDay) {
          day = dayAt(line) ?? '';
          account.put('above', 1);
        } else if (open && !isDrawn) open.below.push(line);
        else account.put(line.trim() === '' ? 'blank' : 'above', 1);
        above = line === null || beginning || line.trim() === '' ? null : line;
      }
      yield rows;
    }
    if (open) yield [rowOf(open)];
  },
};

/** How much of a file tells what kind of chat it is, in bytes. */
const SAMPLE = 64 * 1024;
