/** A reading as plain text, to be copied or shared. */
import type { Reading } from '../../index';
import { percent } from '../numbers';

/** Of the text itself, in UTF-16 units; and of its sentences. */
const MOST_QUOTED = 2000;
const MOST_SENTENCES = 40;

const name = (label: string): string => label.replace(/^./, (letter) => letter.toUpperCase());

/** As the page writes it: nobody is a hundred per cent sure. */
const strength = (score: number): string => (score > 0.99 ? '>99%' : percent(score));

export function readingText(text: string, { label, mixed, reason, scores, sentences = [] }: Reading): string {
  const quoted = text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED).trimEnd()}…` : text.trim();
  const lines = [`“${quoted}”`, ''];
  if (label) lines.push(mixed ? `${name(label)} and ${mixed}` : `${name(label)} (${strength(scores[0]?.score ?? 0)})`);
  else lines.push(reason === 'unsupported-language' ? 'Not English' : 'Not sure');
  if (sentences.length > 1) {
    lines.push(
      '',
      ...sentences.slice(0, MOST_SENTENCES).map((s) => `${s.label ? name(s.label) : '–'}: ${text.slice(s.start, s.end).trim()}`),
    );
    if (sentences.length > MOST_SENTENCES) lines.push(`… and ${String(sentences.length - MOST_SENTENCES)} more sentences`);
  }
  return [...lines, '', 'Read by emotion-tag, on this device.'].join('\n');
}
