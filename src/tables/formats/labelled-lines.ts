/** Lines as fastText has them, labels before the text: `__label__joy so glad that it came`. */
import type { Row } from '../row';

const LABELS = /^\s*((?:__label__\S+[ \t,]+)+)(.*)$/s;

/** Whether the first lines begin so, most of them. */
export function areLabelled(text: string): boolean {
  if (!/^\ufeff?\s*__label__/.test(text)) return false;
  const lines = text.split(/\r\n|\n|\r/, 100).filter((line) => line.trim() !== '');
  return lines.filter((line) => line.includes('__label__')).length >= 0.7 * lines.length;
}

export function labelledRow(line: string, number: number): Row {
  const [, labels = '', text = line] = LABELS.exec(line) ?? [];
  const label = labels
    .replaceAll('__label__', '')
    .replaceAll(/[\s,]+/g, ' ')
    .trim();
  return { kind: 'row', number, lines: 1, columns: ['label', 'text'], fields: { label, text } };
}
