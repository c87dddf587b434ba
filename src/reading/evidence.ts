import { emojiFor, speaksInEmoji } from './emoji';
import type { Draft } from './draft';

const WORD = /\p{L}{2,}|\p{L}['’]\p{L}/u;
/** Where more of a text's tokens than this are unknown, the vocabulary does not know the text. */
const MOST_UNKNOWN = 0.5;

/**
 * Whether a legible text holds anything that could show an emotion: a word, a face of punctuation, or an emoji that is a face, a gesture, a
 * heart or the like. Flags, keycaps, drawn boxes, chess pieces and one letter over and over are nothing to go on, whatever a model says of them.
 */
export function hasEvidence(legible: Draft): boolean {
  const { text } = emojiFor(legible);
  return speaksInEmoji(text) || WORD.test(text.replace(/(\p{L})\1{2,}/gu, '$1'));
}

/** Whether most tokens of a text, `[CLS]` and `[SEP]` aside, are the one for what the vocabulary does not know. */
export function isUnknown(tokens: readonly number[], unknown: number): boolean {
  return tokens.length === 0 || tokens.filter((id) => id === unknown).length > MOST_UNKNOWN * tokens.length;
}
