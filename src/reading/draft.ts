/** A text on its way to the tokenizer, and for each of its UTF-16 units the stretch of the author's text that it came from. */
export interface Draft {
  readonly text: string;
  /** Where each unit's origin begins; absent while nothing has moved. */
  readonly starts?: readonly number[];
  /** Where each unit's origin ends, exclusive. */
  readonly ends?: readonly number[];
}

/** A draft that is the author's text. */
export function draftOf(text: string): Draft {
  return { text };
}

/**
 * The draft with every match of a pattern replaced. A replacement comes from all that was matched, so its origin is the whole match.
 * Linear in the text's length.
 * @param pattern with the flag `g`
 * @param replacement a string taken as it is, or a function of the match; `null` leaves the match alone
 */
export function replace(draft: Draft, pattern: RegExp, replacement: string | ((match: RegExpExecArray) => string | null)): Draft {
  const { text } = draft;
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let done = 0;
  const keep = (until: number): void => {
    pieces.push(text.slice(done, until));
    for (let i = done; i < until; i++) {
      starts.push(startOf(draft, i));
      ends.push(endOf(draft, i));
    }
  };
  for (const match of text.matchAll(pattern)) {
    const from = match[0];
    const to = typeof replacement === 'string' ? replacement : replacement(match);
    if (to === null || to === from || from === '') continue;
    keep(match.index);
    done = match.index + from.length;
    pieces.push(to);
    const start = startOf(draft, match.index);
    const end = endOf(draft, done - 1);
    starts.push(...Array<number>(to.length).fill(start));
    ends.push(...Array<number>(to.length).fill(end));
  }
  if (done === 0) return draft;
  keep(text.length);
  return { text: pieces.join(''), starts, ends };
}

/** The stretch of the author's text from which units `start` to `end`, exclusive, of the draft came. */
export function origin(draft: Draft, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: startOf(draft, start), end: startOf(draft, start) };
  return { start: startOf(draft, start), end: endOf(draft, end - 1) };
}

/** A part of a draft, with its origins. */
export function slice(draft: Draft, start: number, end: number): Draft {
  const { starts, ends } = draft;
  if (start === 0 && end === draft.text.length) return draft;
  const indices = Array.from({ length: end - start }, (_, i) => start + i);
  return {
    text: draft.text.slice(start, end),
    starts: starts?.slice(start, end) ?? indices,
    ends: ends?.slice(start, end) ?? indices.map((i) => i + 1),
  };
}

function startOf({ starts, ends }: Draft, unit: number): number {
  return starts ? (starts[unit] ?? ends?.at(-1) ?? 0) : unit;
}

function endOf({ ends }: Draft, unit: number): number {
  return ends ? (ends[unit] ?? ends.at(-1) ?? 0) : unit + 1;
}
