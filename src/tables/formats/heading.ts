/** Where a table begins: which of its first records names the columns, and which are no rows. */
import { timeOf } from '../dates';
import { isFiller } from '../fillers';
import { truthOf } from '../label-column';
import { isRuler } from './csv-shape';

/** As in `Layout`: numbers of records, from 1. */
export interface Place {
  readonly heading: number;
  readonly first: number;
  /** As in `Layout`. */
  readonly isIndexed?: boolean;
}

type Cells = readonly string[];

/**
 * @param records the first of a table, blank ones included
 * @param width cells of most of them
 */
export function placeOf(records: readonly Cells[], width: number): Place {
  const top = topOf(records, width);
  const names = records[top];
  if (!names) return { heading: 0, first: 1 };
  const isAgain = (cells: Cells): boolean => names.length > 1 && names.every((name, at) => name === cells[at]);
  const below = records.slice(top + 1).filter((cells) => filled(cells) > 0 && !isRuler(cells) && !isAgain(cells));
  const isIndexed = isShifted(names, below);
  const body = isIndexed ? below.map((cells) => cells.slice(1)) : below;
  if (!isHeading(names, body)) return { heading: 0, first: top + 1 };
  const typed = columnsOf(names.length, body.slice(2));
  // Surveys have the questions below the short names, and the platform's own ids below these.
  let first =
    Math.max(
      top,
      records.slice(0, top + 4).findLastIndex((cells) => cells.some(isImported)),
    ) + 1;
  while (first < Math.min(top + 4, records.length) && isSecondHeading(records[first] ?? [], names, typed)) first++;
  return { heading: top + 1, first: first + 1, ...(isIndexed && { isIndexed }) };
}

/** What is a count of the rows by its own name. */
const COUNTS = /^(?:id|nr|no|#|index|row|n|num|number)\.?$/i;

/** Whether each row begins with a name of its own, as those of R's data frames do, and the names of the columns stand one to the left. */
function isShifted(names: Cells, body: readonly Cells[]): boolean {
  const rows = body.filter((cells) => cells.length === names.length + 1);
  if (names.length < 2 || rows.length < 2 || rows.length < 0.9 * body.length) return false;
  const fit = (by: number): number =>
    names.filter(
      (name, at) => KNOWN.test(name.trim()) && rows.filter((cells) => wordsIn(cells[at + by] ?? '') > 1).length > rows.length / 2,
    ).length;
  if (fit(0) !== fit(1)) return fit(1) > fit(0);
  const isCounted = rows.slice(0, 5).every((cells, i) => cells[0]?.trim() === String(i + Number(rows[0]?.[0])));
  return isCounted && ['0', '1'].includes(rows[0]?.[0] ?? '') && !COUNTS.test(names[0]?.trim() ?? '');
}

/** Records that may stand above a table. */
const MOST_ABOVE = 30;

/** The first record that is as wide as a table; facts above it, `Account:,12345`, are narrower. */
function topOf(records: readonly Cells[], width: number): number {
  const isNarrow = (cells: Cells): boolean => filled(cells) < width;
  const isTop = (cells: Cells): boolean =>
    filled(cells) >= Math.max(1, width * (filled(cells) === cells.length && cells.length > 1 ? 0.5 : 0.6)) ||
    isWithoutFirst(cells, width);
  const first = records.findIndex(isTop);
  if (!isNarrow(records[first] ?? [])) return first;
  for (let at = first + 1; at < Math.min(records.length, MOST_ABOVE); at++) {
    const cells = records[at] ?? [];
    if (isNarrow(cells)) continue;
    const isApart = filled(records[at - 1] ?? []) === 0 || at > first + 1;
    return isApart && cells.every(isWord) ? at : first;
  }
  return first;
}

const filled = (cells: Cells): number => cells.reduce((sum, cell) => (cell.trim() === '' ? sum : sum + 1), 0);

/** Data frames have numbers without a name before their columns. */
const isWithoutFirst = (cells: Cells, width: number): boolean =>
  width > 1 && cells.length === width && cells[0]?.trim() === '' && cells.at(-1)?.trim() !== '';

const isNumber = (text: string): boolean => /^[-+]?[$€£]?[\d.,\s]*\d\s?[%€$£]?$/.test(text.trim());
const isDate = (text: string): boolean => !Number.isNaN(timeOf(text));

interface Column {
  /** What nine of ten of its values are. */
  readonly type: 'number' | 'date' | 'text';
  readonly values: readonly string[];
  /** Characters of a value, as most have. */
  readonly length: number;
}

function columnsOf(width: number, body: readonly Cells[]): readonly Column[] {
  return Array.from({ length: width }, (_, at) => {
    const values = body.map((cells) => cells[at]?.trim() ?? '').filter((value) => value !== '' && !isFiller(value));
    const are = (is: (value: string) => boolean): boolean => values.length > 0 && values.filter(is).length >= 0.9 * values.length;
    const length = [...values].sort((a, b) => a.length - b.length)[values.length >> 1]?.length ?? 0;
    return { type: are(isNumber) ? 'number' : are(isDate) ? 'date' : 'text', values, length };
  });
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;
const isWord = (name: string): boolean => /\p{L}/u.test(name) && !isDate(name) && !isNumber(name);
const isSentence = (name: string): boolean => name.length > 40 || /[.!…]$/.test(name);
/** How people begin what they say. */
const SAID = /^(?:i|i['’]m|we|they|you|he|she|it|it['’]s|this|that|there|thanks?|my|so|not|no|very|never|what an?)\s/i;
const KNOWN = /^(text|content|message|comment|review|feedback|sentence|tweet|body|note|answer|title|date|name|id|label|rating)s?$/i;

/** Whether a record names the columns: names are words, and no values of their columns. */
function isHeading(names: Cells, body: readonly Cells[]): boolean {
  if (names.filter((name) => name.trim() !== '').length === 1 && names.length === 1) {
    const [alone = ''] = names;
    const [column] = columnsOf(1, body);
    const isShorter = (wordsIn(alone) < 4 && !SAID.test(alone.trim())) || alone.length < (column?.length ?? 0) / 2;
    return isWord(alone) && !isSentence(alone) && !alone.endsWith('?') && (KNOWN.test(alone) || isShorter);
  }
  // The first two may be headings too.
  const columns = columnsOf(names.length, body.length > 4 ? body.slice(2) : body);
  const told = columns.map((column, at) => ({ name: names[at]?.trim() ?? '', ...column }));
  if (told.some(({ name, type, values }) => type === 'text' && name.length > 2 && values.includes(name))) return false;
  if (isCounted(told)) return true;
  if (told.some(goesOn) || told.some(isSaid)) return false;
  if (told.some(isLabel)) return false;
  if (told.some(({ name }) => KNOWN.test(name))) return true;
  if (told.every(({ name }) => name === '' || isWord(name))) return true;
  const typed = told.filter(({ name, type }) => type !== 'text' && name !== '');
  if (typed.some(({ name }) => isWord(name))) return true;
  // One word far shorter than the texts below it makes the others names too, unless all of them could be values.
  return typed.length < 2 && told.some(({ name, length }) => isWord(name) && !isSentence(name) && name.length < length / 2);
}

/** Whether a name is a label like all that stand below it. */
const isLabel = ({ name, values }: Column & { readonly name: string }): boolean =>
  truthOf(name) !== null && values.length > 0 && values.every((value) => truthOf(value) !== null);

/** Whether the names are 0, 1, 2 or 2022, 2023 over texts, none of which is a number. */
const isCounted = (columns: readonly (Column & { readonly name: string })[]): boolean =>
  columns.length > 1 &&
  columns.every(({ name }, at) => /^\d{1,4}$/.test(name) && Number(name) === Number(columns[0]?.name) + at) &&
  columns.some(({ type, values }) => type === 'text' && !values.some(isNumber));

/** Whether somebody says it over others who say something. */
const isSaid = ({ name, type, values }: Column & { readonly name: string }): boolean =>
  type === 'text' &&
  SAID.test(name) &&
  wordsIn(name) > 3 &&
  !name.endsWith('?') &&
  values.filter((value) => wordsIn(value) > 3).length > values.length / 2;

/** Whether a number is the one before those below it. */
function goesOn({ name, type, values }: Column & { readonly name: string }): boolean {
  if (type !== 'number' || !/^\d+$/.test(name) || values.length < 2) return false;
  return values.slice(0, 5).every((value, i) => Number(value) === Number(name) + i + 1);
}

/** What survey platforms write below a question. */
const KIND_OF_ANSWER = /^(?:open-ended )?response$|\(please specify\)$/i;

const isImported = (cell: string): boolean => cell.includes('"ImportId"');

/** Whether a name that stands over several columns is told apart below it, as data frames and pivot tables have it. */
function areParts(cells: Cells, names: Cells, columns: readonly Column[]): boolean {
  const parts = cells.filter((_, at) => isAgain(names, at));
  const isOne = (cell: string): boolean => isWord(cell) && !isSentence(cell) && wordsIn(cell) < 4;
  const isAbove = columns.some(({ type, length }, at) => type !== 'text' || length > 2 * (cells[at]?.length ?? 0) + 8);
  return isAbove && parts.length > 1 && new Set(parts).size > 1 && cells.every((cell) => cell.trim() === '' || isOne(cell));
}

const isAgain = (names: Cells, at: number): boolean => {
  const name = names[at]?.trim() ?? '';
  return name !== '' && names.filter((other) => other.trim() === name).length > 1;
};

function isSecondHeading(cells: Cells, names: Cells, columns: readonly Column[]): boolean {
  if (areParts(cells, names, columns)) return true;
  const isTyped = (cell: string, at: number): boolean => cell.trim() !== '' && columns[at]?.type !== 'text' && !isWord(cell.trim());
  const isBelow = cells.some((cell, at) => KIND_OF_ANSWER.test(cell.trim()) || (cell.trim() !== '' && names[at]?.trim() === ''));
  if (isBelow && columns.some(({ type }) => type !== 'text') && !cells.some(isTyped)) return true;
  const typed = columns.flatMap(({ type, values }, at) => (type === 'text' || values.length < 3 ? [] : [cells[at]?.trim() ?? '']));
  return typed.length > 0 && typed.every((value) => isWord(value) && !isFiller(value));
}
