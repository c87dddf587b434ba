/** A labelled file, one JSON object a line, in the forms that corpora have. */
import { EMOTIONS, type Emotion } from '../../src/shared/emotions';
import type { Truth } from '../../src/tables/label-column';

/** What is known of a text: its label, several of which any is right, or only whether it praises or complains. */
export type Row = { readonly text: string; readonly kind?: string } & (
  { readonly label: Truth } | { readonly labels: readonly Emotion[] } | { readonly polarity: 'positive' | 'negative' | 'neutral' }
);

/** @throws {Error} that names the first line which is none of these */
export function rowsOf(file: string, content: string): Row[] {
  const rows = content.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const row = rowOf(line);
    if (row) return [row];
    throw new Error(
      `${file}, line ${String(i + 1)}: expected {"text", "label": ${EMOTIONS.join('|')}|neutral}, {"text", "labels": […]} or {"text", "polarity": positive|negative|neutral}, got ${line.slice(0, 80)}`,
    );
  });
  if (rows.length === 0) throw new Error(`${file} has no rows.`);
  return rows;
}

function rowOf(line: string): Row | null {
  try {
    const { text, label, labels, polarity, kind } = JSON.parse(line) as Record<string, unknown>;
    if (typeof text !== 'string') return null;
    const rest = { text, ...(typeof kind === 'string' && { kind }) };
    // Of several, a corpus may name the strongest too.
    const several = Array.isArray(labels) && labels.every(isTruth) ? labels.filter(isEmotion) : [];
    if (several.length > 1) return { ...rest, labels: several };
    if (isTruth(label)) return { ...rest, label };
    if (Array.isArray(labels) && labels.length > 0 && labels.every(isTruth)) return { ...rest, label: several[0] ?? 'neutral' };
    if (polarity === 'positive' || polarity === 'negative' || polarity === 'neutral') return { ...rest, polarity };
  } catch {
    // the caller says which line
  }
  return null;
}

const isEmotion = (value: unknown): value is Emotion => EMOTIONS.some((emotion) => emotion === value);
const isTruth = (value: unknown): value is Truth => value === 'neutral' || isEmotion(value);
