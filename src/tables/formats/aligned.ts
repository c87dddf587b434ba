/** Tables whose columns are aligned by blanks, as the terminals of data bases and statistics programs print them. */

/** So many lines of the start tell where the columns are. */
const LOOKED_AT = 100;
/** A line that is drawn under each name. */
const DRAWN = /^\s*(?:-{2,}|={2,})(?: +(?:-+|=+))+\s*$/;

/** Where the columns begin, of two at least; `null` where lines are not aligned. */
export function startsOf(text: string): readonly number[] | null {
  // The last may be cut.
  const all = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, LOOKED_AT + 1);
  const lines = all.slice(0, -1).filter((line) => line.trim() !== '');
  const drawn = lines.findIndex((line) => DRAWN.test(line));
  if (drawn >= 1 && drawn < 4 && lines.length > drawn + 1) {
    return [...(lines[drawn] ?? '').matchAll(/\S+/g)].map(({ index }, at) => (at === 0 ? 0 : index));
  }
  return startsUnder(lines);
}

/** Columns with a gap of two blanks between them in every line, and a name over each but for that of the rows' own numbers. */
function startsUnder(lines: readonly string[]): readonly number[] | null {
  const [names = ''] = lines;
  if (lines.length < 4 || lines.some((line) => line.includes('\t'))) return null;
  const width = Math.max(...lines.map((line) => line.length));
  const union = Array.from({ length: width }, (_, at) => (lines.every((line) => (line[at] ?? ' ') === ' ') ? ' ' : 'x')).join('');
  const starts = [...union.matchAll(/(?<=^|  )x/g)].map(({ index }) => index);
  const named = names.trim().split(/ {2,}/).length;
  const isIndexed = named === starts.length - 1 && (names[starts[0] ?? 0] ?? ' ') === ' ';
  return starts.length > 2 && (named === starts.length || isIndexed) ? [0, ...starts.slice(1)] : null;
}

/** The cells of a line. What goes on over the begin of a column moves it; a note between the rows is one cell. */
export function cellsAt(line: string, starts: readonly number[]): readonly string[] {
  const isCut = (at: number): boolean => /\S\S/.test(line.slice(at - 1, at + 1));
  if (starts.some((at) => at > 0 && isCut(at)) && !/\S {2,}\S/.test(line)) return [line.trim()];
  let from = 0;
  return starts.map((_, i) => {
    let to = starts[i + 1] ?? line.length;
    while (to > from && isCut(to)) to--;
    const cell = line.slice(from, to).trim();
    from = to;
    return cell;
  });
}
