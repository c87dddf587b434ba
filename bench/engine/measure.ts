import type { Page } from '@playwright/test';
import type { FigureName, PageCandidate } from './candidates';
import { memoryOf } from '../memory';
import type { Host } from './site';
import { percentile, type Figures } from './statistics';
import { BLOCK } from './texts';
import { visit, withProfile } from '../visit';

/** One candidate's figures of one round, and what proves that it ran the right model where it says. */
export interface Measured {
  readonly device: string;
  readonly answer: string;
  readonly figures: Figures<FigureName>;
}

/** Texts of one round. The first answers of a fresh runtime are slow, so the warm-up's times do not count. */
export interface RoundTexts {
  readonly warmUp: readonly string[];
  readonly measured: readonly string[];
}

/**
 * One round of one candidate: a first visit with an empty profile, which reads one text at a time, and a second visit by a new browser
 * with the profile that the first one left, which reads all at once.
 */
export function measure({ path, isolated, blocks }: PageCandidate, host: Host, texts: RoundTexts): Promise<Measured> {
  const few = texts.measured.slice(0, blocks.one * BLOCK);
  const many = texts.measured.slice(0, blocks.many * BLOCK);
  return withProfile(async (profile) => {
    const place = { profile, url: `${host.url}${path}`, isolated };
    host.takeBytes();
    const first = await visit(
      place,
      (page) => readOne(page, texts.warmUp),
      async ({ page, pid, device, answer, startMs: coldStartMs, longestTaskMs: oneLongestTaskMs }) => {
        const coldMB = host.takeBytes() / 1e6;
        const figures = singleFigures(await readOne(page, few));
        const peak = (await memoryOf(pid))?.peak;
        return { device, answer, figures: { ...figures, coldStartMs, coldMB, oneLongestTaskMs, ...(peak && { onePeakMB: peak }) } };
      },
    );
    const second = await visit(
      place,
      (page) => readMany(page, texts.warmUp),
      async ({ page, pid, startMs: warmStartMs, longestTaskMs: manyLongestTaskMs }) => {
        const warmMB = host.takeBytes() / 1e6;
        const manyTextsPerSecond = (many.length / (await readMany(page, many))) * 1000;
        const peak = (await memoryOf(pid))?.peak;
        return { manyTextsPerSecond, warmStartMs, warmMB, manyLongestTaskMs, ...(peak && { manyPeakMB: peak }) };
      },
    );
    return { ...first, figures: { ...first.figures, ...second } };
  });
}

/** Figures of texts read one after the other, from the milliseconds of each. */
export function singleFigures(times: readonly number[]): Figures<'oneTextsPerSecond' | 'p50Ms' | 'p95Ms'> {
  const sum = times.reduce((a, b) => a + b, 0);
  return { oneTextsPerSecond: (times.length / sum) * 1000, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
}

/** Milliseconds of each text. */
const readOne = (page: Page, texts: readonly string[]): Promise<number[]> =>
  page.evaluate(async (given) => (await window.bench).one(given), texts);

/** Milliseconds of all texts. */
export const readMany = (page: Page, texts: readonly string[]): Promise<number> =>
  page.evaluate(async (given) => (await window.bench).many(given), texts);
