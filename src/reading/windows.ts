/** A stretch of a text, in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Cut a text that is longer than the model's window into sentences, and sentences that still are into runs of words. No part of the
 * text is lost, but for the white space around the cuts.
 * @param fits whether a part is short enough for the model
 */
export function cutIntoWindows(text: string, fits: (part: string) => boolean): Span[] {
  return sentences(text).flatMap((span) => halve(text, span, fits));
}

function sentences(text: string): Span[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text), ({ index, segment }) =>
    trimmed(text, { start: index, end: index + segment.length }),
  ).filter(({ start, end }) => end > start);
}

/** Halve a span, between words where it has any, until every part fits. */
function halve(text: string, span: Span, fits: (part: string) => boolean): Span[] {
  const { start, end } = span;
  if (end - start < 2 || fits(text.slice(start, end))) return [span];
  const middle = Math.floor((start + end) / 2);
  const space = text.slice(middle, end).search(/\s/);
  const before = text.slice(start, middle).search(/\s\S*$/);
  const cut = space >= 0 ? middle + space : before > 0 ? start + before : wholeCharacter(text, middle);
  return [trimmed(text, { start, end: cut }), trimmed(text, { start: cut, end })]
    .filter((part) => part.end > part.start)
    .flatMap((part) => halve(text, part, fits));
}

/** Never cut between the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 1 ? at - 1 : at;
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const first = part.search(/\S/);
  return first < 0 ? { start, end: start } : { start: start + first, end: start + part.trimEnd().length };
}
