import { MOST_CONFIDENT } from '../index';
import { figure, isRightToLeft } from './words/speech';

const decimals = (value: number, digits: number): string =>
  figure(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });

/** In a line that runs from right to left "4.2 MB" stays as it is, and ">99%" stays more. */
const isolated = (figure: string): string => (isRightToLeft() ? `\u2066${figure}\u2069` : figure);

/** 14,800,000 as "14.8 MB", or with another number of decimals. */
export const megabytes = (bytes: number, digits = 1): string => isolated(`${decimals(bytes / 1e6, digits)} MB`);

/** The size of a file: "12 kB" below a megabyte, "1.2 MB" above. */
export const fileSize = (bytes: number): string =>
  bytes < 1e6 ? isolated(`${decimals(Math.ceil(bytes / 1000), 0)} kB`) : megabytes(bytes);

/** A share as the tag writes it: 0.931 as "93%". */
export const percent = (share: number): string => figure(share, { style: 'percent' });

/** A score in percent: no model is quite sure, so 1 is more than 99. */
export const score = (of: number): string => (of > MOST_CONFIDENT ? isolated(`>${percent(MOST_CONFIDENT)}`) : percent(of));

/** A part of a whole: "<1%" where it is more than nothing, but small. */
export const share = (part: number): string => (part > 0 && part < 0.01 ? isolated(`<${percent(0.01)}`) : percent(part));

/** Milliseconds as "0.4 ms", "38 ms" or "1.2 s". */
export function duration(ms: number): string {
  if (ms >= 1000) return isolated(`${decimals(ms / 1000, 1)} s`);
  return isolated(`${decimals(ms, ms < 10 ? 1 : 0)} ms`);
}
