/** A row with what was read of it: its own columns as they were, and ours after them. Every export writes rows this way. */
import { EMOTIONS, type Emotion } from '../shared/emotions';
import type { Reading } from '../shared/reading';
import type { Style } from './csv-writer';
import type { Fields } from './row';

export { EMOTIONS };

/** Our columns. Longer than "emotion", which a labelled file often has already. */
const PREFIX = 'emotion_tag';
const OURS: readonly string[] = [PREFIX, ...['reason', 'mixed', 'truncated', ...EMOTIONS].map((name) => `${PREFIX}_${name}`)];

/** What a person said of a row, if anything was said of any. */
const CORRECTED = `${PREFIX}_corrected`;

const isOurs = (column: string): boolean => OURS.includes(column) || column === CORRECTED;

/** The columns of a file that ours take the place of. */
export const replacedBy = (columns: readonly string[]): string[] => columns.filter(isOurs);

/** All columns of a labelled file, in their order. */
export const labelledColumns = (columns: readonly string[], isCorrected = false): string[] => [
  ...columns.filter((column) => !isOurs(column)),
  ...OURS,
  ...(isCorrected ? [CORRECTED] : []),
];

/** How a table is written for other programs. */
export const SIMPLE: Style = { separator: ',', quotes: 'doubled', lineEnd: '\n', decimal: '.' };

/** What became of a row. */
export interface Answered {
  /** The label, or why there is none; `failed` where the model broke. */
  readonly outcome: string;
  readonly mixed: Emotion | null;
  readonly truncated: boolean;
  /** 0 to 1, or `null` where no model has read the row. */
  readonly score: (emotion: Emotion) => number | null;
  /** What a person said instead; absent if nothing was said of any row. */
  readonly corrected?: string | null;
}

/** `null` is a row that the model failed at. */
export function answeredBy(reading: Reading | null): Answered {
  const outcome = reading ? (reading.label ?? reading.reason ?? 'unsure') : 'failed';
  // Six equal scores of what is blank or not English are none.
  const isScored = reading !== null && (reading.label !== null || reading.reason === 'unsure');
  return {
    outcome,
    mixed: reading?.mixed ?? null,
    truncated: reading?.truncated ?? false,
    // As exact as the page keeps them, so that both round to the same digits.
    score: (emotion) => (isScored ? Math.fround(reading.scores.find(({ label }) => label === emotion)?.score ?? 0) : null),
  };
}

/** The fields of a labelled row. A label, or none with the reason; the six scores to four digits, or none. */
export function labelledFields(fields: Fields, { outcome, mixed, truncated, score, corrected }: Answered): Fields {
  const label = EMOTIONS.find((emotion) => emotion === outcome) ?? null;
  const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)));
  const ours = {
    [PREFIX]: label,
    [`${PREFIX}_reason`]: label ? null : outcome,
    [`${PREFIX}_mixed`]: mixed,
    [`${PREFIX}_truncated`]: truncated,
    ...Object.fromEntries(EMOTIONS.map((emotion) => [`${PREFIX}_${emotion}`, rounded(score(emotion))])),
    ...(corrected !== undefined && { [CORRECTED]: corrected }),
  };
  // Without a prototype: a column may be called __proto__.
  return { __proto__: null, ...fields, ...ours };
}
