/** Subtitles with styles (.ass, .ssa): lines of a table whose last cell, the text, may have commas in it. */
import type { Row } from '../row';

export const areStyled = (text: string): boolean => /^\ufeff?\s*\[Script Info\]/i.test(text);

/** What stands in a line where the file does not say. */
const CELLS = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';

/** Tells the rows among the lines of a file; any other is `null`. */
export function styledRows(columns: readonly string[]): (line: string, number: number) => Row | null {
  let names = namesIn(CELLS);
  let isAmongEvents = false;
  return (line, number) => {
    const [, section] = /^\s*\[([^\]]+)\]\s*$/.exec(line) ?? [];
    if (section !== undefined) isAmongEvents = section.toLowerCase() === 'events';
    const [, kind = '', rest = ''] = /^\s*(Format|Dialogue): ?(.*)$/s.exec(line) ?? [];
    if (isAmongEvents && kind === 'Format') names = namesIn(rest);
    if (!isAmongEvents || kind !== 'Dialogue') return null;
    const cells = rest.split(',');
    const own = [...cells.slice(0, names.length - 1), cells.slice(names.length - 1).join(',')];
    const cell = (name: string): string => own[names.indexOf(name)]?.trim() ?? '';
    const fields = { start: cell('start'), end: cell('end'), speaker: cell('name') || cell('actor'), text: shown(cell('text')) };
    return { kind: 'row', number, lines: 1, columns, fields };
  };
}

const namesIn = (line: string): string[] => line.split(',').map((name) => name.trim().toLowerCase());

/** Without marks of style, and what is drawn. */
const shown = (text: string): string =>
  text
    .replaceAll(/\{[^{}]*\\p[1-9][^{}]*\}.*?(?:\{[^{}]*\\p0[^{}]*\}|$)/gs, '')
    .replaceAll(/\{[^{}]*\}/g, '')
    .replaceAll(/\\N/g, '\n')
    .replaceAll(/\\[nh]/g, ' ')
    .trim();
