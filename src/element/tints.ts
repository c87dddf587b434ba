import type { Reading } from '../shared/reading';
import type { FlowText } from './flow-text';
import { paint, unpaint, type Tint } from './highlights';
import { sentencesOf } from './views/highlight';

/** Tint the sentences of a reading in the page's own text, for one tag; take its tints away where there is nothing to tint. */
export function tint(
  tag: Element,
  source: { readonly flow: FlowText; readonly text: string; readonly reading: Reading } | null,
): void {
  // The page may have changed since the text was read; a new reading is on its way then.
  if (source?.flow.text !== source?.text || !source) {
    unpaint(tag);
    return;
  }
  const tints = sentencesOf(source.reading, source.text).flatMap(({ start, end, label }): Tint[] => {
    const range = label && source.flow.range(start, end);
    return range ? [{ range, emotion: label }] : [];
  });
  const text = tints[0]?.range.startContainer ?? tag; // slotted from outside, it stands in another tree than the tag
  paint(tag, text.getRootNode() as Document | ShadowRoot, tints);
}
