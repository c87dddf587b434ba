/** A stretch of a text, in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What ends in a full stop and no sentence; before a capital letter the segmenter would end one. */
const ABBREVIATION =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Hon|St|Sr|Jr|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|Mt|Ft|No|Nos|vs|etc|e\.g|i\.e|cf|ca|approx|al|Fig|Vol|pp?|Ave|Blvd|Rd|Inc|Ltd|Co|Corp|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|a\.m|p\.m|[A-Z]|(?:[A-Z]\.)+[A-Z])\.\s*$/;
/** A line that was wrapped, not ended: longer than people write lines, and the next goes on in lower case. */
const WRAPPED = /[^\n]{45}[^\s.!?:;…]\s*\n$/;
/** Of a segment so much is looked at: a pattern with an open beginning is tried at each place of what it is given. */
const TAIL = 120;
const GOES_ON = /^\s*[\p{Ll}\d(]/u;
/** Where a run-on sentence may be cut: before a word that begins a clause, or after a mark. */
const CLAUSE =
  /[,;–—]\s+|\s+-\s+|\s+(?=(?:and then|and i|and he|and she|and we|and they|but|so|because|then|anyway|also|however|though)\s)/giu;
/** More words than a person puts into one sentence. */
const RUN_ON = 45;
/** A part of a run-on sentence has at least so many words. */
const LEAST = 12;

/**
 * The sentences of an English text, without the white space between them: where a person says they end, so not at `Dr.` or `3.5`, and at the end
 * of a line, but not of one that was only wrapped. A text without full stops is cut at its clauses.
 */
export function sentencesIn(text: string): Span[] {
  const found: Span[] = [];
  let open: number | null = null;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const start: number = open ?? index;
    const end = index + segment.length;
    const isOpen = ABBREVIATION.test(segment.slice(-16)) || (isWrapped(segment) && GOES_ON.test(text.slice(end, end + 20)));
    open = isOpen ? start : null;
    if (!isOpen) found.push(...clauses(text, trimmed(text, { start, end })));
  }
  if (open !== null) found.push(...clauses(text, trimmed(text, { start: open, end: text.length })));
  return found.filter(({ start, end }) => end > start);
}

/** A line of a quotation ends with it, however the next one goes on. */
const isWrapped = (segment: string): boolean => WRAPPED.test(segment.slice(-TAIL)) && !segment.trimStart().startsWith('>');

function clauses(text: string, span: Span): Span[] {
  const sentence = text.slice(span.start, span.end);
  if (count(sentence) <= RUN_ON) return [span];
  const cuts = [0];
  let words = 0;
  let counted = 0;
  for (const { index, 0: mark } of sentence.matchAll(CLAUSE)) {
    const at = index + mark.length;
    words += count(sentence.slice(counted, at));
    counted = at;
    if (words < LEAST || count(sentence.slice(at, at + 400)) < LEAST) continue;
    cuts.push(at);
    words = 0;
  }
  return cuts.map((cut, i) => trimmed(text, { start: span.start + cut, end: span.start + (cuts[i + 1] ?? sentence.length) }));
}

const count = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/**
 * Sentences that are longer than the model's window cut into runs of words that are not. No part of the text is lost, but for the white space
 * around the cuts.
 * @param fits whether a part is short enough for the model
 */
export function cutToFit(text: string, span: Span, fits: (part: Span) => boolean): Span[] {
  const { start, end } = span;
  if (end - start < 2 || fits(span)) return [span];
  const middle = Math.floor((start + end) / 2);
  const space = text.slice(middle, end).search(/\s/);
  const before = text.slice(start, middle).search(/\s\S*$/);
  const cut = space >= 0 ? middle + space : before > 0 ? start + before : wholeCharacter(text, start, middle);
  if (cut >= end) return [span]; // one character, which no window fits
  return [trimmed(text, { start, end: cut }), trimmed(text, { start: cut, end })]
    .filter((part) => part.end > part.start)
    .flatMap((part) => cutToFit(text, part, fits));
}

/** Never cut between the two halves of one character. */
function wholeCharacter(text: string, start: number, at: number): number {
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return !isInside ? at : at - 1 > start ? at - 1 : at + 1;
}

/** For each span, whether it lies in one of the others. Both are in order, and neither overlap among themselves. */
export function areWithin(spans: readonly Span[], others: readonly Span[]): boolean[] {
  let next = 0;
  return spans.map(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next++;
    const other = others[next];
    return other !== undefined && start >= other.start && end <= other.end;
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const first = part.search(/\S/);
  return first < 0 ? { start, end: start } : { start: start + first, end: start + part.trimEnd().length };
}
