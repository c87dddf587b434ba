/** Reads the tables and lists of a model card (`public/model/MODEL.md`), which training writes: no figure is typed by hand. */

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
}

/** The section under this heading; empty where the card has none. */
export function sectionOf(markdown: string, heading: string): CardSection {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const blocks = section.split(/\n{2,}/).slice(1);
  const tables = blocks.flatMap((block, i) => (block.startsWith('|') ? [tableOf(block, blocks[i - 1] ?? '')] : []));
  const points = blocks
    .filter((block) => block.startsWith('- '))
    .flatMap((block) => block.slice(2).split('\n- '))
    .map(plain);
  return { tables, points };
}

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
