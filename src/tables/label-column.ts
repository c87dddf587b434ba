/** A column in which people have written the emotion before. */
import { EMOTIONS, type Emotion } from '../shared/emotions';
import { cellText, valueAt, type Fields } from './row';
import { isFiller } from './fillers';

/** What a labelled file says of a text. */
export type Truth = Emotion | 'neutral';

const OTHER_NAMES: Readonly<Record<string, Truth>> = {
  happy: 'joy',
  happiness: 'joy',
  joyful: 'joy',
  sad: 'sadness',
  angry: 'anger',
  mad: 'anger',
  scared: 'fear',
  afraid: 'fear',
  fearful: 'fear',
  surprised: 'surprise',
  loving: 'love',
  neutral: 'neutral',
  none: 'neutral',
  'no emotion': 'neutral',
  other: 'neutral',
};

/** The label that a value means; `null` where there is no guess. A person may say otherwise. */
export function truthOf(value: string): Truth | null {
  const name = value.trim().toLowerCase();
  return EMOTIONS.find((emotion) => emotion === name) ?? OTHER_NAMES[name] ?? null;
}

/** The column nine of ten of whose values mean a label, and more than one label. */
export function labelColumn(columns: readonly string[], rows: readonly Fields[], text: string): string | null {
  return (
    columns.find((column) => {
      if (column === text) return false;
      const values = rows
        .map((fields) => cellText(valueAt(fields, column))?.trim() ?? '')
        .filter((value) => value !== '' && !isFiller(value));
      const known = values.map(truthOf).filter((truth) => truth !== null);
      return known.length > 1 && known.length >= 0.9 * values.length && new Set(known).size > 1;
    }) ?? null
  );
}
