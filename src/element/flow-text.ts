import { BLOCKS, SILENT } from '../shared/flow';

/** The text of a node as a person reads it, and the way back from a place in that text to the page. */
export interface FlowText {
  readonly text: string;
  /** The page's range for a part of the text, in UTF-16 units; `null` where there is none. */
  range(start: number, end: number): StaticRange | null;
}

interface Piece {
  readonly start: number;
  readonly node: Text;
}

/** Of a slot, what is put into it. */
function childrenOf(node: Node): Node[] {
  const assigned = node instanceof HTMLSlotElement && node.assignedNodes({ flatten: true });
  return assigned && assigned.length > 0 ? assigned : [...node.childNodes];
}

/** Reads without changing anything. A line break stands between blocks; scripts and styles are not text. */
export function flowText(root: Node): FlowText {
  const pieces: Piece[] = [];
  let text = '';
  const collect = (node: Node): void => {
    if (node instanceof Text) {
      pieces.push({ start: text.length, node });
      text += node.data;
    } else if (node instanceof Element && node !== root) {
      if (node.matches(SILENT)) return;
      const isBlock = node.matches(BLOCKS);
      if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
      childrenOf(node).forEach(collect);
      if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
    } else childrenOf(node).forEach(collect);
  };
  collect(root);

  const find = (offset: number, isInside: (piece: Piece) => boolean): [Text, number] | undefined => {
    const piece = pieces.find(isInside);
    return piece && [piece.node, Math.max(0, offset - piece.start)];
  };
  return {
    text,
    range(start, end) {
      const first = find(start, (piece) => start < piece.start + piece.node.length);
      const last = find(end, (piece) => end <= piece.start + piece.node.length);
      if (!first || !last) return null;
      const [startContainer, startOffset] = first;
      const [endContainer, endOffset] = last;
      return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    },
  };
}
