/** The names of feelings as they stand in sentences, in lists, and at the beginning of a line. */
import type { Emotion } from '../../index';
import { capital, fill } from './forms';
import { words } from './speech';

/** "joy"; of what has no label "not sure". */
export const feeling = (label: Emotion | null): string => (label ? words().emotions[label] : words().notSure);

/** "joy"; of a text that has none "no clear feeling". */
export const feelingOfText = (label: Emotion | null): string => (label ? words().emotions[label] : words().noFeeling);

/** "Joy". */
export const Feeling = (label: Emotion): string => capital(words().emotions[label]);

/** "joy and fear". */
export const pair = (first: Emotion, second: Emotion): string =>
  fill(words().pair, { first: feeling(first), second: feeling(second) });
