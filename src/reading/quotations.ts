import type { Span } from './sentences';

/** A line of somebody else's words: mail and forums mark it so. A bar at both ends is a table's, and angles at both ends are quotation marks. */
const QUOTED_LINE = /^[ \t]{0,8}(?:[>＞›❯]|&gt;|\|(?!.*\|[ \t]*$)|»(?!.*«))/;
/** From here on a mail holds what it answers. */
const REST_IS_QUOTED = new RegExp(
  `^[ \\t*]{0,8}(?:${[
    String.raw`-{2,}\s?(?:original message|forwarded message|urspr\S+ nachricht|message d'origine|mensaje original)\s?-{2,}`,
    String.raw`begin forwarded message:`,
    String.raw`(?:on|am|le|el|il|em|op)\s.{4,120}\n?.{0,60}\b(?:wrote|schrieb|écrit|escribió|scritto|escreveu|schreef)\b.{0,60}:[ \t]*(?:\n|$)(?!\s*(?:[>＞]|&gt;))`,
    // The head of a mail: its sender, then another of its lines.
    String.raw`(?:from|von|de|da|van|från|fra)\s?:\*?\s.{1,100}\n[ \t*]{0,8}(?:sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoyé|date|à|objet|enviado|fecha|para|asunto|inviato|data|verzonden|aan|onderwerp|skickat|till)\s?:\*?\s`,
  ].join('|')})`,
  'i',
);
const BLOCK = /<blockquote\b[^>]{0,500}>|<\/blockquote>|\[quote(?:=[^\]]{0,100})?\]|\[\/quote\]/gi;
/** A line that only introduces a quotation says nothing of the writer's own. */
const INTRODUCES = /^[ \t]*(?:.{0,120}\b(?:wrote|said|writes|schrieb|écrit|escribió)\b.{0,60}:|quoting\s.{1,80}:)[ \t]*$/i;

/**
 * The stretches of a text that quote somebody else: lines with `>`, block quotations, what stands below "Original Message". Linear in the text,
 * however deep quotations lie in each other.
 */
export function quotedIn(text: string): Span[] {
  return joined([...blocks(text), ...lines(text)].sort((a, b) => a.start - b.start));
}

function blocks(text: string): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(BLOCK)) {
    if (!/^<\/|^\[\//.test(mark)) {
      if (depth++ === 0) start = index;
    } else if (depth > 0 && --depth === 0) found.push({ start, end: index + mark.length });
  }
  return found;
}

function lines(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  let introduction: Span | null = null;
  for (const line of text.split('\n')) {
    const span = { start, end: Math.min(start + line.length + 1, text.length) };
    if (REST_IS_QUOTED.test(text.slice(start, start + 400))) return [...found, { start, end: text.length }];
    if (QUOTED_LINE.test(line)) {
      if (introduction) found.push(introduction);
      found.push(span);
      introduction = null;
    } else if (line.trim() !== '') introduction = INTRODUCES.test(line) ? span : null;
    start += line.length + 1;
  }
  return found;
}

function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last && span.start <= last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else found.push(span);
  }
  return found;
}
