import { BREAKS, Flow, isEmoji, SILENT } from '../shared/flow';

/** The text of an element as a person sees it, and the way back from a place in that text to the page. */
export interface FlowText {
  readonly text: string;
  /** What is left out since it has no place on the page. */
  readonly undisplayed: readonly Element[];
  /** The page's range for a part of the text, in UTF-16 units; `null` where there is none. */
  range(start: number, end: number): StaticRange | null;
}

/** Of a slot, what is put into it; of a component, what it shows; of closed details, their summary. */
export function shownIn(element: Element): Iterable<Node> {
  const { localName, shadowRoot } = element;
  const assigned = localName === 'slot' && (element as HTMLSlotElement).assignedNodes({ flatten: true });
  if (assigned && assigned.length > 0) return assigned;
  if (localName === 'details' && !(element as HTMLDetailsElement).open)
    return element.querySelectorAll(':scope > summary:first-of-type');
  return (localName === 'emotion-tag' ? element : (shadowRoot ?? element)).childNodes; // its badge is not its text
}

/** Held back, left to screen readers alone, without any size or far outside of the page, or letters that a font draws as icons. */
const isUnseen = (style: CSSStyleDeclaration): boolean => {
  const { contentVisibility, opacity, position, width, height, overflowX, clipPath, transform, fontFamily } = style;
  const isOut = [style.left, style.top, style.textIndent].some((place) => parseFloat(place) <= -999);
  return (
    contentVisibility === 'hidden' ||
    opacity === '0' ||
    (position === 'absolute' && width === '1px') ||
    (position !== 'static' && (isOut || /^rect\((0|1)px, (0|1)px, (0|1)px, (0|1)px\)$/.test(style.getPropertyValue('clip')))) ||
    (overflowX === 'hidden' && (width === '0px' || height === '0px' || isOut)) ||
    /^(inset\((50|100)%|circle\(0)/.test(clipPath) ||
    transform.startsWith('matrix(0, 0, 0, 0,') ||
    /^[^,]*(icon|symbol|awesome)/i.test(fontFamily)
  );
};

/** Words without size or colour. Both come down to what is in them, which may have its own. */
const isBlank = ({ fontSize, color, webkitTextFillColor, backgroundClip }: CSSStyleDeclaration): boolean =>
  fontSize === '0px' || (/^rgba.*, 0\)$/.test(color) && webkitTextFillColor === color && backgroundClip !== 'text');

/**
 * Reads without changing anything. Whether the element itself is displayed counts for nothing: nobody is shown its reading before. By `nodeType`,
 * since nodes that came from another document are instances of that one's classes. Letter case stays: the model knows none.
 */
export function flowText(root: Element): FlowText {
  const flow = new Flow<Node>();
  const undisplayed: Element[] = [];
  let own: CSSStyleDeclaration | undefined;
  const write = (words: string, node: Node, around?: CSSStyleDeclaration): void => {
    // A plain text needs no style.
    const style = around ?? (/^\s|\s$|\s\s|[\n\t]/.test(words) ? (own ??= getComputedStyle(root)) : undefined);
    if (around && around.visibility !== 'visible' && (own ??= getComputedStyle(root)).visibility === 'visible') return;
    if (around && isBlank(around)) return;
    flow.write(words, node, /pre|break-s/.test(style?.whiteSpace ?? ''));
  };
  const collect = (node: Node, around?: CSSStyleDeclaration): void => {
    if (node.nodeType === Node.TEXT_NODE) write((node as Text).data, node, around);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (element.matches(SILENT)) return;
    const style = getComputedStyle(element);
    if (style.display === 'none') undisplayed.push(element);
    if (style.display === 'none' || isUnseen(style)) return;
    const isBlock = element.matches(BREAKS) || !/^(inline|contents|ruby|$)/.test(style.display);
    const isQuote = element.localName === 'blockquote';
    if (isBlock || isQuote) flow.break();
    if (isQuote) flow.quotes++;
    const before = flow.text;
    for (const child of shownIn(element)) collect(child, style);
    const words = element.getAttribute('alt') ?? element.getAttribute('aria-label');
    if (words && flow.text === before && isEmoji(words)) write(words, element, style);
    if (isQuote) flow.quotes--;
    if (isBlock || isQuote) flow.break();
  };
  for (const child of shownIn(root)) collect(child);

  return {
    text: flow.text,
    undisplayed,
    range(start, end) {
      const runs = flow.runs.filter((run) => run.node.nodeType === Node.TEXT_NODE && run.start < end && run.end > start);
      const first = runs[0];
      const last = runs.at(-1);
      if (!first || !last) return null;
      return new StaticRange({
        startContainer: first.node,
        startOffset: first.offset + Math.max(0, start - first.start),
        endContainer: last.node,
        endOffset: last.offset + Math.min(end, last.end) - last.start,
      });
    },
  };
}
