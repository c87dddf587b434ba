import { MAX_TEXT_LENGTH } from '../shared/settings';

/** A text as the tokenizer may see it. Every change keeps the length, so offsets stay those of the author's text. */
export function plainText(text: string): string {
  return (
    text
      .slice(0, MAX_TEXT_LENGTH)
      // Halves of a surrogate pair are no characters: the tokenizer drops the replacement.
      .replace(/\p{Cs}/gu, '\ufffd')
      // The tokenizer would take these for its own special tokens; typed by a person they are words in brackets.
      .replace(/\[(?=(?:CLS|SEP|PAD|MASK|UNK)\])/g, '(')
  );
}

/** Whether the text has letters and most of them are not Latin: the model knows English only. */
export function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin < letters / 2;
}
