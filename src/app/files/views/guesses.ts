/** How a file is read, in a sentence: what was guessed is said where it can be changed. */
import type { DateColumn } from '../../../tables/date-column';
import type { Separator } from '../../../tables/formats/csv-record';
import type { Source } from '../../../tables/layout';
import { fill } from '../../words/forms';
import { words } from '../../words/speech';

/** What a table has between its cells: "commas". */
export function separatorName(separator: Separator): string {
  const { comma, semicolon, tab, bar, blank } = words().files.separators;
  const names = { ',': comma, ';': semicolon, '\t': tab, '|': bar, ' ': blank, '\x01': 'U+0001', '\x1f': 'U+001F' } as const;
  return separator in names ? names[separator as keyof typeof names] : separator;
}

interface Chosen {
  readonly text: string;
  readonly date: string | null;
  readonly label: string | null;
}

/** "Read as a table with semicolons between cells, in windows-1252. Line 1 is a header. …" */
export function guessesSentence(
  { format, encoding, layout, archive }: Source,
  { text, date, label }: Chosen,
  dates: DateColumn | null,
): string {
  const { separator, quotes, heading, first, sheet, list } = layout;
  const said = words().files;
  const isGrid = format === 'csv' || format === 'workbook';
  const sentences = [fill(said.readAs[format], { encoding, separators: separatorName(separator) })];
  const quoting = { doubled: '', escaped: said.quoteEscaped, single: said.quoteSingle, none: said.quoteNothing }[quotes];
  if (format === 'csv' && quoting) sentences.push(quoting);
  if (archive) sentences.push(fill(said.fromArchive, { name: archive.name, archive: archive.file.name }));
  if (sheet) sentences.push(fill(said.fromSheet, { name: sheet }));
  if (list) sentences.push(fill(said.fromList, { name: list }));
  const named = heading === 0 ? said.noHeader : format === 'workbook' ? said.rowNames : said.lineNames;
  if (isGrid) sentences.push(fill(named, { i: String(heading) }));
  if (isGrid && first !== heading + 1) sentences.push(fill(said.rowsBegin, { i: String(first) }));
  sentences.push(fill(said.textsIn, { name: text }));
  const told = dates?.isOpen ? (dates.isDayFirst ? said.datesDayFirst : said.datesMonthFirst) : said.datesIn;
  if (date !== null) sentences.push(fill(told, { name: date }));
  if (label !== null) sentences.push(fill(said.labelsIn, { name: label }));
  return sentences.join(' ');
}
