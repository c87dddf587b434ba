import { decodeHTMLStrict } from 'entities';
import { replace, type Draft } from './draft';

const ENTITY = /&(?:#(?:\d{1,7}|[xX][\da-fA-F]{1,6})|[A-Za-z][A-Za-z\d]{1,31});/g;
const BLOCK = /^<\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|hr|blockquote|section|article)\b|^\[/i;
/** And how forums mark a quotation. */
const TAG = /<\/?[A-Za-z][A-Za-z\d]{0,15}(?:\s[^<>]{0,500})?\/?>|\[\/?quote(?:=[^\]\n]{0,100})?\]/gi;

/**
 * The characters that HTML entities stand for, also where an export wrote them twice (`&amp;#39;`), and what is between tags. A tag that ends a
 * line on a page ends one here.
 */
export function readHtml(draft: Draft): Draft {
  return replace(readEntities(draft), TAG, ([tag]) => (BLOCK.test(tag) ? '\n' : ' '));
}

export function readEntities(draft: Draft): Draft {
  let read = draft;
  for (let round = 0; round < 2 && read.text.includes('&'); round++) read = replace(read, ENTITY, ([entity]) => character(entity));
  return read;
}

function character(entity: string): string | null {
  const decoded = decodeHTMLStrict(entity);
  return decoded === '\u00a0' ? ' ' : decoded;
}
