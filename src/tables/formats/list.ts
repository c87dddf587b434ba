/** All formats; the first that knows a file by its start has it. */
import { csv } from './csv';
import type { Format, FormatName } from './format';
import { jsonLines } from './json-lines';
import { textLines } from './text-lines';

export const FORMATS: readonly Format[] = [jsonLines, csv, textLines];

export const formatNamed = (name: FormatName): Format => FORMATS.find((format) => format.name === name) ?? textLines;

/** Each ending once, in the order in which people meet them. */
const ENDINGS: readonly string[] = [...new Set(FORMATS.flatMap(({ endings }) => endings))].map((ending) => `.${ending}`);

/** What a file dialog offers. */
export const ACCEPTED = [...ENDINGS, ...FORMATS.flatMap(({ types }) => types)].join();

/** What to do with a file that is none of these. */
export const offer = (): string => 'Save it as .csv, .jsonl or .txt and open it again.';
