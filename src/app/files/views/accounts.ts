/** Where each line of a file went, in words: what is in no row is named, so that nobody need wonder. */
import type { Accounts } from '../../../tables/account';
import type { Format } from '../../../tables/formats/format';

import { fill } from '../../words/forms';
import { counted, number, words } from '../../words/speech';

/** "Of 203 lines of the file: 200 in the rows below, 1 with the header, 2 blank." */
export function accountsSentence({ lines, inRows, inBroken, aside }: Accounts, unit: Format['unit']): string {
  const said = words().files;
  const all = { line: said.accountsOfLines, entry: said.accountsOfEntries, row: said.accountsOfRows }[unit];
  const told = (
    [
      [inRows, said.inRows],
      [aside.heading, said.inHeading],
      [aside.above, said.above],
      [aside.sign, said.sign],
      [aside.blank, said.blank],
      [inBroken, said.inBroken],
    ] as const
  ).flatMap(([n, what]) => (n > 0 ? [fill(what, { n: number(n) })] : []));
  return counted(all, lines, { parts: told.reduce((list, next) => fill(said.accountsList, { list, next })) });
}

/** What to say where our two counts differ; empty where all is well. */
export function missingSentence({ missing }: Accounts): string {
  if (missing === 0) return '';
  return counted(missing > 0 ? words().files.missing : words().files.twice, Math.abs(missing));
}
