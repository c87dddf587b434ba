import { MOST_CONFIDENT } from '../index';

/** 14,800,000 as "14.8 MB", or with another number of decimals. */
export const megabytes = (bytes: number, decimals = 1): string => `${(bytes / 1e6).toFixed(decimals)} MB`;

/** The size of a file: "12 kB" below a megabyte, "1.2 MB" above. */
export const fileSize = (bytes: number): string => (bytes < 1e6 ? `${Math.ceil(bytes / 1000).toFixed(0)} kB` : megabytes(bytes));

/** A share as the tag writes it: 0.931 as "93%". */
export const percent = (share: number): string => `${(share * 100).toFixed(0)}%`;

/** A score in percent: no model is quite sure, so 1 is more than 99. */
export const score = (of: number): string => (of > MOST_CONFIDENT ? '>99%' : percent(of));

/** A part of a whole: "<1%" where it is there and small. */
export const share = (part: number): string => (part > 0 && part < 0.01 ? '<1%' : percent(part));

/** Milliseconds as "0.4 ms", "38 ms" or "1.2 s". */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${ms.toFixed(0)} ms`;
}
