import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { BLOCKS, SILENT } from '../shared/flow';

const blocks = new Set(BLOCKS.split(','));
const silent = new Set(SILENT.split(','));

/** The text of an element of a file as the tag reads it on a page (`element/flow-text`). */
export function flowTextOf(root: DefaultTreeAdapterTypes.ParentNode): string {
  let text = '';
  const collect = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (tree.isTextNode(node)) text += node.value;
    if (!tree.isElementNode(node) || silent.has(node.tagName)) return;
    const isBlock = blocks.has(node.tagName);
    if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
    tree.getChildNodes(node).forEach(collect);
    if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
  };
  tree.getChildNodes(root).forEach(collect);
  return text;
}
