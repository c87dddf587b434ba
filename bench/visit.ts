import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS } from '../testbed/chromium';
import { trace, type PageTrace } from './trace';

/** Cores that isolated pages are told of: half of them become threads, so two. */
const CORES_TOLD = 4;

/** A page that has given its first answer, in a browser of its own. */
export interface Visit extends PageTrace {
  readonly page: Page;
  readonly device: string;
  readonly answer: string;
  readonly startMs: number;
}

export interface Place {
  readonly profile: string;
  readonly url: string;
  readonly isolated: boolean;
}

/**
 * Start a browser on this profile, open the page, warm it up and then do something there, and close the browser. It is traced up
 * to the end of the warm-up only, since tracing takes time too.
 */
export async function visit<T>(
  { profile, url, isolated }: Place,
  warmUp: (page: Page) => Promise<unknown>,
  act: (visit: Visit) => Promise<T>,
): Promise<T> {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    args: [...LAUNCH_ARGUMENTS],
    ...(executablePath && { executablePath }),
  });
  try {
    const browser = context.browser();
    if (!browser) throw new Error('Playwright gave no browser for the profile.');
    const page = await context.newPage();
    if (isolated) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setHardwareConcurrencyOverride', { hardwareConcurrency: CORES_TOLD });
    }
    const [start, traced] = await trace(browser, url, async () => {
      await page.goto(url);
      const begun = await page.evaluate(async () => {
        const { device, answer, startMs } = await window.bench;
        return { device, answer, startMs };
      });
      await warmUp(page);
      return begun;
    });
    return await act({ page, ...start, ...traced });
  } finally {
    await context.close();
  }
}

/** An empty browser profile for as long as `act` runs. */
export async function withProfile<T>(act: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'emotion-tag-profile-'));
  try {
    return await act(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
