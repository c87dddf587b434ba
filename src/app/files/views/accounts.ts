/** Where each line of a file went, in words: what is in no row is named, so that nobody need wonder. */
import type { Accounts, Aside } from '../../../tables/account';
import type { Format } from '../../../tables/formats/format';

const count = (lines: number): string => lines.toLocaleString('en');

const ASIDE: Readonly<Record<Aside, string>> = {
  heading: 'with the names of the columns',
  above: 'above the rows or notes between them',
  sign: 'that names the separator',
  blank: 'blank',
};

const UNITS: Readonly<Record<Format['unit'], readonly [one: string, many: string, whole: string]>> = {
  line: ['line', 'lines', 'file'],
  entry: ['entry', 'entries', 'list'],
  row: ['row', 'rows', 'sheet'],
};

/** "Of 203 lines: 200 in rows, 1 with the names of the columns, 2 blank." */
export function accountsSentence({ lines, inRows, inBroken, aside }: Accounts, unit: Format['unit']): string {
  const parts = [
    [inRows, 'in the rows below'],
    ...(['heading', 'above', 'sign', 'blank'] as const).map((what) => [aside[what], ASIDE[what]] as const),
    [inBroken, 'in rows that are left out'],
  ] as const;
  const told = parts.flatMap(([lines, what]) => (lines > 0 ? [`${count(lines)} ${what}`] : []));
  const [one, many, whole] = UNITS[unit];
  return `Of ${lines === 1 ? `the one ${one}` : `${count(lines)} ${many}`} of the ${whole}: ${told.join(', ')}.`;
}

/** What to say where our two counts differ; empty where all is well. */
export const missingSentence = ({ missing }: Accounts): string =>
  missing === 0
    ? ''
    : `${count(Math.abs(missing))} ${missing > 0 ? 'lines of the file are in no row' : 'lines were read twice'}. That is a fault of this page: check the export against the file before you rely on it.`;
