import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { BREAKS, Flow, isEmoji, SILENT } from '../shared/flow';

/** Elements that a browser sets in lines of their own where no style sheet says otherwise. */
const BLOCKS =
  'address,article,aside,blockquote,caption,center,dd,details,dialog,dir,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hgroup,legend,li,main,menu,nav,ol,optgroup,option,p,pre,search,section,summary,table,tbody,td,tfoot,th,thead,tr,ul,xmp';

const blocks = new Set([...BLOCKS.split(','), ...BREAKS.split(',')]);
const silent = new Set(SILENT.split(','));
const UNSEEN_STYLE = /display\s*:\s*none|(?:content-)?visibility\s*:\s*hidden|(?:opacity|font-size)\s*:\s*0(?:px)?\s*(?:;|!|$)/i;
const KEPT_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i;

type Element = DefaultTreeAdapterTypes.Element;

/** The text of an element of a file as the tag reads it on a page (`element/flow-text`), as far as that can be known without style sheets. */
export function flowTextOf(root: Element): string {
  const flow = new Flow<null>();
  const collect = (node: DefaultTreeAdapterTypes.ChildNode, isKept: boolean): void => {
    if (tree.isTextNode(node)) flow.write(node.value, null, isKept);
    if (!tree.isElementNode(node) || isUnseen(node)) return;
    const style = valueOf(node, 'style') ?? '';
    const isBlock = blocks.has(node.tagName);
    const isQuote = node.tagName === 'blockquote';
    if (isBlock) flow.break();
    if (isQuote) flow.quotes++;
    const before = flow.text;
    const isKeptHere = isKept || node.tagName === 'pre' || KEPT_STYLE.test(style);
    for (const child of shownIn(node)) collect(child, isKeptHere);
    const words = valueOf(node, 'alt') ?? valueOf(node, 'aria-label');
    if (words && flow.text === before && isEmoji(words)) flow.write(words, null, isKeptHere);
    if (isQuote) flow.quotes--;
    if (isBlock) flow.break();
  };
  for (const child of tree.getChildNodes(root)) collect(child, KEPT_STYLE.test(valueOf(root, 'style') ?? ''));
  return flow.text;
}

const valueOf = (element: Element, name: string): string | null =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? null;

const isUnseen = (element: Element): boolean =>
  silent.has(element.tagName) ||
  valueOf(element, 'hidden') !== null ||
  valueOf(element, 'popover') !== null ||
  (element.tagName === 'dialog' && valueOf(element, 'open') === null) ||
  UNSEEN_STYLE.test(valueOf(element, 'style') ?? '');

/** Of closed details, their summary. */
function shownIn(element: Element): DefaultTreeAdapterTypes.ChildNode[] {
  const children = tree.getChildNodes(element);
  if (element.tagName !== 'details' || valueOf(element, 'open') !== null) return children;
  return children.filter((child) => tree.isElementNode(child) && child.tagName === 'summary').slice(0, 1);
}
