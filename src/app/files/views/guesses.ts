/** How a file is read, in a sentence: what was guessed is said where it can be changed. */
import type { DateColumn } from '../../../tables/date-column';
import type { Quotes, Separator } from '../../../tables/formats/csv-record';
import type { FormatName, Source } from '../../../tables/layout';

export const SEPARATOR_NAMES: Readonly<Record<Separator, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

export const QUOTES_NAMES: Readonly<Record<Quotes, string>> = {
  doubled: 'around cells, doubled inside',
  escaped: 'around cells, after a backslash inside',
  none: 'are characters like any other',
};

const KINDS: Readonly<Record<FormatName, string>> = {
  workbook: 'a spreadsheet',
  subtitles: 'subtitles, one a row',
  chat: 'a chat, one message a row',
  mail: 'mail, one a row',
  jsonl: 'JSON, one line a row',
  json: 'JSON, one entry of its list a row',
  csv: 'a table',
  text: 'plain text, one line a row',
};

interface Chosen {
  readonly text: string;
  readonly date: string | null;
  readonly label: string | null;
}

/** "Read as a table with semicolons between cells, in windows-1252. Line 1 names the columns. …" */
export function guessesSentence(
  { format, encoding, layout }: Source,
  { text, date, label }: Chosen,
  dates: DateColumn | null,
): string {
  const { separator, quotes, heading, first, sheet, list } = layout;
  const isGrid = format === 'csv' || format === 'workbook';
  const unit = format === 'workbook' ? 'Row' : 'Line';
  const how = [
    KINDS[format],
    format === 'csv' ? `with ${SEPARATOR_NAMES[separator]} between cells` : '',
    format === 'csv' && quotes !== 'doubled'
      ? `whose quotation marks ${quotes === 'none' ? 'quote nothing' : 'follow a backslash inside cells'}`
      : '',
    sheet && `from the sheet “${sheet}”`,
    list && `from the list “${list}”`,
  ].filter(Boolean);
  const sentences = [`Read as ${how.join(' ')}${format === 'workbook' ? '' : `, in ${encoding}`}.`];
  if (isGrid && heading > 0) sentences.push(`${unit} ${String(heading)} names the columns.`);
  if (isGrid && heading === 0) sentences.push('No line names the columns.');
  if (isGrid && first !== heading + 1) sentences.push(`The rows begin at ${unit.toLowerCase()} ${String(first)}.`);
  sentences.push(`The texts are in “${text}”.`);
  if (date !== null)
    sentences.push(`The dates are in “${date}”${dates?.isOpen ? `, the ${dates.isDayFirst ? 'day' : 'month'} first` : ''}.`);
  if (label !== null) sentences.push(`“${label}” says the right emotion.`);
  return sentences.join(' ');
}
