/** A reading as plain text, to be copied or shared. */
import type { Reading } from '../../index';
import { score } from '../numbers';
import { Feeling, pair } from '../words/feelings';
import { capital } from '../words/forms';
import { counted, words } from '../words/speech';

/** Of the text itself, in UTF-16 units; and of its sentences. */
const MOST_QUOTED = 2000;
const MOST_SENTENCES = 40;

/** "Joy (93%)", "Joy and fear", "Not sure". */
export function readingName({ label, mixed, reason, scores }: Reading): string {
  if (!label) return reason === 'unsupported-language' ? words().copy.foreign : words().copy.unsure;
  return mixed ? capital(pair(label, mixed)) : `${Feeling(label)} (${score(scores[0]?.score ?? 0)})`;
}

export function readingText(text: string, reading: Reading): string {
  const { sentences = [] } = reading;
  const quoted = text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED).trimEnd()}…` : text.trim();
  const lines = [`“${quoted}”`, '', readingName(reading)];
  if (sentences.length > 1) {
    const listed = sentences.slice(0, MOST_SENTENCES);
    lines.push('', ...listed.map((s) => `${s.label ? Feeling(s.label) : '–'}: ${text.slice(s.start, s.end).trim()}`));
    if (sentences.length > MOST_SENTENCES) lines.push(counted(words().copy.more, sentences.length - MOST_SENTENCES));
  }
  return [...lines, '', words().copy.source].join('\n');
}
