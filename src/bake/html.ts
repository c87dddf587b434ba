/** Writes readings into the tags of a page, and changes nothing else in it. */
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { bakedFor, bakedOf } from '../shared/baked';
import type { EmotionClassifier } from '../node/index';
import { flowTextOf } from './flow-text';

type Element = DefaultTreeAdapterTypes.Element;

const TAG = 'emotion-tag';
const ATTRIBUTE = 'baked';

export interface BakedPage {
  readonly html: string;
  /** Tags whose text was read now, and those that had its reading already. */
  readonly read: number;
  readonly kept: number;
}

/** What it needs of a classifier. */
export type Baker = Pick<EmotionClassifier, 'classify'> & { readonly diagnostics: { readonly model: string } };

/**
 * The page with a reading in each tag that has a text, by the model that the tag chooses. Tags that follow a field, or whose model is not
 * among these, are left to the browser.
 * @param classifier of the model that a tag chooses, if it does; started only where there is a text to read
 * @param models names that a tag may choose
 */
export async function bakeHtml(
  html: string,
  classifier: (model: string | undefined) => Promise<Baker>,
  models: readonly string[] = [],
): Promise<BakedPage> {
  const tags = /<emotion-tag/i.test(html) ? tagsIn(parse(html, { sourceCodeLocationInfo: true })) : [];
  let read = 0;
  let kept = 0;
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const tag of tags) {
    const location = tag.sourceCodeLocation?.startTag;
    const value = (name: string): string | null => tag.attrs.find((attribute) => attribute.name === name)?.value ?? null;
    if (!location || value('for') !== null || value('model-base') !== null) continue;
    const chosen = value('model') === '' ? null : value('model'); // as in the tag, an empty one is none
    if (chosen !== null && !models.includes(chosen)) continue;
    const text = value('text') ?? flowTextOf(tag);
    if (text.trim() === '') continue;
    const baker = await classifier(chosen ?? undefined);
    const { model } = baker.diagnostics;
    if (bakedFor(text, value(ATTRIBUTE))?.model === model) {
      kept++;
      continue;
    }
    const attribute = `${ATTRIBUTE}='${escaped(bakedOf(text, model, await baker.classify(text)))}'`;
    const old = tag.sourceCodeLocation?.attrs?.[ATTRIBUTE];
    const at = location.startOffset + 1 + TAG.length;
    edits.push(
      old ? { start: old.startOffset, end: old.endOffset, text: attribute } : { start: at, end: at, text: ` ${attribute}` },
    );
    read++;
  }
  let baked = html;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
    baked = baked.slice(0, start) + text + baked.slice(end);
  return { html: baked, read, kept };
}

const escaped = (json: string): string => json.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');

function tagsIn(root: DefaultTreeAdapterTypes.Document): Element[] {
  const found: Element[] = [];
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of tree.getChildNodes(node)) {
      if (!tree.isElementNode(child)) continue;
      if (child.tagName === TAG) found.push(child);
      waiting.push(child.tagName === 'template' ? tree.getTemplateContent(child as DefaultTreeAdapterTypes.Template) : child);
    }
  }
  return found;
}
