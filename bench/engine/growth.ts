import type { PageCandidate } from './candidates';
import { HELP_IDLE_MS } from '../../src/shared/settings';
import { readMany } from './measure';
import { memoryOf } from '../memory';
import type { Host } from './site';
import { visit, withProfile } from '../visit';

/** What is looked at is what stays: a second worker that helped with a long list has left by then. */
const REST_MS = HELP_IDLE_MS + 2000;

/** Memory of a page that has read this many texts since it was opened. */
export interface Growth {
  readonly texts: number;
  readonly textsPerSecond: number;
  readonly memoryMB: number | null;
}

/** Read ever more texts in one page, and look at its memory after each of these totals. */
export function grow(
  { path, isolated }: PageCandidate,
  host: Host,
  texts: readonly string[],
  totals: readonly number[],
): Promise<Growth[]> {
  return withProfile((profile) =>
    visit(
      { profile, url: `${host.url}${path}`, isolated },
      () => Promise.resolve(),
      async (here) => {
        const growth: Growth[] = [];
        let read = 0;
        for (const total of totals) {
          const ms = await readMany(here.page, texts.slice(read, total));
          await here.page.waitForTimeout(REST_MS);
          const memory = await memoryOf(here.pid);
          growth.push({ texts: total, textsPerSecond: ((total - read) / ms) * 1000, memoryMB: memory?.now ?? null });
          read = total;
        }
        return growth;
      },
    ),
  );
}
