/** Subtitles: what is shown at a time is a row. */
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import { MOST_BYTES, type Format } from './format';
import { rowsOfLines, tooLong } from './line-rows';
import { linesOf } from './lines';
import { areStyled, styledRows } from './subtitles-styled';
import { ALONE, timedRows, timedWay } from './subtitles-timed';

const MOMENT = String.raw`(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}`;
const TIME = new RegExp(String.raw`^\s*(?<start>${MOMENT})(?:\s*-->\s*(?<end>${MOMENT})|,(?<until>${MOMENT})\s*$)`);
/** The first line that is not blank, with a second where that is a number. */
const FIRST = /^\s*(?:\d+\s*[\r\n]+)?[^\r\n]*/;
const SPEAKER = /^<v(?:\.[\w.]+)? (?<speaker>[^>]+)>/i;
const COLUMNS = ['start', 'end', 'speaker', 'text'];

interface Cue {
  readonly number: number;
  readonly start: string;
  readonly end: string;
  /** Lines of the file before its text: its time, and its number or name. */
  readonly head: number;
  readonly texts: string[];
}

function rowOf({ number, start, end, head, texts }: Cue): Row {
  const whole = texts.join('\n');
  const text = whole.replaceAll(/<\/?[a-z][^<>]*>|<[\d:.]+>|\{\\[^}]*\}/gi, '').trim();
  const speaker = SPEAKER.exec(whole)?.groups?.speaker ?? '';
  return { kind: 'row', number, lines: head + texts.length, columns: COLUMNS, fields: { start, end, speaker, text } };
}

export const subtitles: Format = {
  name: 'subtitles',
  title: 'subtitles',
  says: 'What is shown at a time is a row.',
  endings: ['srt', 'vtt', 'ass', 'ssa', 'sbv', 'lrc'],
  types: ['text/vtt', 'application/x-subrip'],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne: ({ text, ending }) =>
    areStyled(text) ||
    /^\ufeff?WEBVTT\b/.test(text) ||
    new RegExp(String.raw`^\s*(?:\d+\s*(?:\r\n|\n|\r))?${TIME.source.slice(1)}`, 'm').test(FIRST.exec(text)?.[0] ?? '') ||
    timedWay(text, ending) !== null,
  layoutOf: ({ text, ending }) => {
    const way = areStyled(text) ? 'styled' : TIME.test(FIRST.exec(text)?.[0] ?? '') ? null : timedWay(text, ending);
    return way === null ? {} : { way };
  },
  async *rows(source, account) {
    const { file, encoding, layout } = source;
    if (layout.way === 'styled') return yield* rowsOfLines(source, account, styledRows(COLUMNS));
    if (layout.way === 'timed') return yield* rowsOfLines(source, account, timedRows(COLUMNS));
    // Where a time stands alone above, what is said ends with the next one.
    const isBelow = layout.way === 'below';
    let cue: Cue | null = null;
    /** The line above, while it may be the number of a cue. */
    let above = false;
    let number = 0;
    for await (const lines of linesOf(account.counting(piecesOf(file, encoding)))) {
      const rows: Row[] = [];
      for (const line of lines) {
        number++;
        if (line === null) {
          if (cue) rows.push(rowOf(cue));
          else if (above) account.put('above', 1);
          [cue, above] = [null, false];
          rows.push(tooLong(number));
          continue;
        }
        const time = (isBelow ? ALONE : TIME).exec(line)?.groups;
        const isBlank = line.trim() === '';
        if (cue && ((isBlank && !isBelow) || time)) {
          // Where no blank line stands between two, the number of the second is no text of the first.
          above = !isBlank && !isBelow && /^\d+$/.test(cue.texts.at(-1)?.trim() ?? '');
          if (above) cue.texts.pop();
          rows.push(rowOf(cue));
          cue = null;
        }
        if (time) cue = { number, start: time.start ?? '', end: time.end ?? time.until ?? '', head: above ? 2 : 1, texts: [] };
        else if (cue) cue.texts.push(line);
        else if (above) account.put('above', 1); // it was no number: a note, or the heading
        if (isBlank && !(isBelow && cue)) account.put('blank', 1);
        above = !time && !cue && !isBlank;
      }
      yield rows;
    }
    if (cue) yield [rowOf(cue)];
    if (above) account.put('above', 1);
  },
};
