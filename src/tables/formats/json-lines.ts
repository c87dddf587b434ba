/** An object or a text in each line. */
import { asWritten, type Row } from '../row';
import { MOST_BYTES, type Format, type Start } from './format';
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
  layoutOf: () => ({}),
  rows: (source, account) => rowsOfLines(source, account, jsonRow),
};

const LOOKED_AT = 50;

function isOne({ text, ending, isWhole }: Start): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (!isWhole && lines.length > 1) lines.pop(); // it may be cut
  const looked = lines.slice(0, LOOKED_AT);
  const whole = looked.filter((line) => line.trimStart().startsWith('{') && isJson(line));
  // A document in one line has its rows inside.
  const isDocument = lines.length === 1 && whole.length === 1 && /:\s*\[\s*\{/.test(text);
  if (jsonLines.endings.includes(ending)) return (!isDocument && !/^\s*\[/.test(text)) || isTexts(looked);
  return whole.length > 0 && whole.length >= looked.length / 2 && !isDocument && lines.length > 1;
}

const isTexts = (lines: readonly string[]): boolean => lines.length > 1 && lines.every((line) => isJson(line));

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

export function jsonRow(source: string, number: number): Row {
  try {
    const value: unknown = JSON.parse(source, asWritten);
    if (typeof value === 'string') return textRow(value, number);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // Without a prototype: a column "constructor" that this row lacks is not there.
      const fields = Object.setPrototypeOf(value, null) as Record<string, unknown>;
      return { kind: 'row', number, lines: 1, columns: Object.keys(fields), fields };
    }
    return { kind: 'broken', number, lines: 1, why: 'it is neither an object nor a text' };
  } catch {
    return { kind: 'broken', number, lines: 1, why: 'it is not valid JSON' };
  }
}
