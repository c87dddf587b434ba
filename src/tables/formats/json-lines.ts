/** An object or a text in each line. */
import type { Row } from '../row';
import { MOST_BYTES, type Format, type Start } from './format';
import { jsonStart } from './json-scanner';
import { valueOf } from './json-value';
import { lineAsJson, literalStart } from './literals';
import { rowsOfLines } from './line-rows';
import { textRow } from './text-lines';

export const jsonLines: Format = {
  name: 'jsonl',
  title: 'lines of JSON',
  says: 'An object or a text in each line.',
  endings: ['jsonl', 'ndjson'],
  types: ['application/jsonl', 'application/x-ndjson'],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne,
  layoutOf: ({ text }) => (literalStart(text) === null ? {} : { way: 'literals' }),
  rows: (source, account) =>
    rowsOfLines(source, account, (line, number) => jsonRow(source.layout.way === 'literals' ? lineAsJson(line) : line, number)),
};

const LOOKED_AT = 50;

function isOne({ text, ending, isWhole }: Start): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (!isWhole && lines.length > 1) lines.pop(); // it may be cut
  const looked = lines.slice(0, LOOKED_AT);
  const read = literalStart(text) === null ? String : lineAsJson;
  const whole = looked.filter((line) => isEntry(read(line)) && isJson(read(line)));
  // A document in one line has its rows inside, and one that begins with a list its entries on lines of their own.
  const isInOne = lines.length === 1 && whole.length === 1 && /:\s*\[\s*\{/.test(text);
  const isScript = /[=(]\s*$/.test(text.slice(0, jsonStart(text)));
  const isDocument =
    isInOne || isScript || (/^\s*\[/.test(text.slice(jsonStart(text))) && (lines.length === 1 || !whole.includes(looked[0] ?? '')));
  if (jsonLines.endings.includes(ending)) return !isDocument;
  return whole.length > 0 && whole.length >= looked.length / 2 && !isDocument && lines.length > 1;
}

/** An object, or a list of values: lists of objects, one after another, are a document in pieces. */
const isEntry = (line: string): boolean => /^\s*(?:\{|\[\s*[^{[\s])/.test(line);

/** Some writers end each line as in a list. */
const bare = (line: string): string => line.trim().replace(/,$/, '');

function isJson(line: string): boolean {
  try {
    valueOf(bare(line));
    return true;
  } catch {
    return false;
  }
}

/** A list is a row of a table whose columns have no names. */
function listRow(cells: readonly unknown[], number: number): Row {
  const columns = cells.map((_, at) => `Column ${String(at + 1)}`);
  if (cells.length === 0) return { kind: 'broken', number, lines: 1, why: 'it is an empty list' };
  return { kind: 'row', number, lines: 1, columns, fields: Object.fromEntries(columns.map((column, at) => [column, cells[at]])) };
}

export function jsonRow(source: string, number: number): Row {
  try {
    const value = valueOf(bare(source));
    if (typeof value === 'string') return textRow(value, number);
    if (Array.isArray(value)) return listRow(value, number);
    if (typeof value === 'object' && value !== null) {
      // Without a prototype: a column "constructor" that this row lacks is not there.
      const fields = Object.setPrototypeOf(value, null) as Record<string, unknown>;
      return { kind: 'row', number, lines: 1, columns: Object.keys(fields), fields };
    }
    return { kind: 'broken', number, lines: 1, why: 'it is neither an object nor a text' };
  } catch {
    return { kind: 'broken', number, lines: 1, why: 'it is not valid JSON' };
  }
}
