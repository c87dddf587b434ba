/** All formats; the first that knows a file by its start has it. */
import { chat } from './chat';
import { clippings } from './clippings';
import { csv } from './csv';
import type { FormatName } from '../layout';
import type { Format } from './format';
import { json } from './json';
import { jsonLines } from './json-lines';
import { mail } from './mail';
import { subtitles } from './subtitles';
import { textLines } from './text-lines';
import { workbook } from './workbook';

export const FORMATS: readonly Format[] = [workbook, clippings, subtitles, mail, chat, jsonLines, json, csv, textLines];

export const formatNamed = (name: FormatName): Format => FORMATS.find((format) => format.name === name) ?? textLines;

/** As people meet them. */
export const SHOWN: readonly Format[] = [csv, workbook, jsonLines, json, chat, mail, subtitles, clippings, textLines];

const ENDINGS: readonly string[] = [...new Set(SHOWN.flatMap(({ endings }) => endings))].map((ending) => `.${ending}`);

/** What a file dialog offers. */
export const ACCEPTED = [...ENDINGS, '.zip', '.gz', ...FORMATS.flatMap(({ types }) => types)].join();

/** What to do with a file that is none of these. */
export const OFFER = `Save it as one of these and open it again: ${new Intl.ListFormat('en', { type: 'disjunction' }).format(ENDINGS)}.`;
