/** The names of columns that stand beside a list of lists: `{"columns": ["id", "text"], "data": [[1, …]]}`. */
import { jsonStart, JsonScanner } from './json-scanner';

/** What programs call such a list: data frames, answers of data bases, dashboards. */
const CALLED = ['columns', 'column_names', 'columnNames', 'cols', 'header', 'headers', 'head', 'fields', 'names', 'schema.fields'];
/** In which member a column that is an object has its name. */
const NAMED = ['name', 'title', 'label', 'field', 'id'];

/** @returns as many names as the lists have cells; `null` where there are none */
export function namesBeside(text: string, list: string, width: number): readonly string[] | null {
  const around = list.includes('.') ? list.slice(0, list.lastIndexOf('.') + 1) : '';
  for (const called of CALLED) {
    const scanner = new JsonScanner(around + called);
    const entries = [...scanner.take(text.slice(jsonStart(text)))];
    const names = entries.slice(0, width + 1).map((entry) => (entry === null ? null : nameIn(entry)));
    if (names.length === width && names.every((name) => name !== null)) return names;
  }
  return null;
}

function nameIn(entry: string): string | null {
  try {
    const value = JSON.parse(entry) as unknown;
    if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : null;
    const member = NAMED.map((name) => (value as Readonly<Record<string, unknown>>)[name]).find((name) => typeof name === 'string');
    return typeof member === 'string' ? member : null;
  } catch {
    return null;
  }
}
