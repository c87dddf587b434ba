/** Reads the sections of a model card (`MODEL.md` in a model's folder), which training writes: no figure is typed by hand. */

export interface CardTable {
  /** The paragraph above it. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One section of the card, under its second-level heading. */
export interface CardSection {
  readonly tables: readonly CardTable[];
  /** The points of its lists. */
  readonly points: readonly string[];
  /** Its paragraphs, less those that stand above a table. */
  readonly texts: readonly string[];
}

/** The section under this heading; empty where the card has none. */
export function sectionOf(markdown: string, heading: string): CardSection {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const blocks = section
    .trim()
    .split(/\n{2,}/)
    .slice(1);
  const isTable = (block = ''): boolean => block.startsWith('|');
  const isList = (block: string): boolean => block.startsWith('- ');
  return {
    tables: blocks.flatMap((block, i) => (isTable(block) ? [tableOf(block, blocks[i - 1] ?? '')] : [])),
    points: blocks
      .filter(isList)
      .flatMap((block) => block.slice(2).split('\n- '))
      .map(plain),
    texts: blocks.filter((block, i) => !isTable(block) && !isList(block) && !isTable(blocks[i + 1])).map(plain),
  };
}

/** What the weights may be used for: what the card prints in bold after "Licence". */
export const termsOf = (markdown: string): string => /^- \*\*Licence\*\*:.*?\*\*(.+?)\*\*/m.exec(markdown)?.[1] ?? '';

function tableOf(block: string, above: string): CardTable {
  const [head = [], , ...rows] = block
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1).map(plain));
  return { caption: above.startsWith('|') ? '' : plain(above), head, rows };
}

/** Without marks, on one line. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
