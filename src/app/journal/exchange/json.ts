/** The journal as a file of its own kind: everything that it has, one entry a line, so that a damaged file loses few. */
import type { Entry } from '../entry';

export const FORMAT = 'emotion-tag-journal';

/** @param model names the page's own model, for those who ask what made the readings */
export function toJson(entries: readonly Entry[], model: string): string {
  const head = JSON.stringify({ format: FORMAT, version: 1, model });
  const lines = entries.map(({ id, at, text, reading }) => JSON.stringify({ id, at, text, reading }));
  return `${head.slice(0, -1)},"entries":[\n${lines.join(',\n')}\n]}\n`;
}
