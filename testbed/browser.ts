import { chromium, type BrowserContext } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS } from './chromium';

export interface BrowserOptions {
  /** Flags that the tests' usual browser does not have. */
  readonly args?: readonly string[];
  /** Of Playwright's own flags, those to leave out. */
  readonly without?: string[];
}

/** A browser of its own for a test that needs other flags. The caller closes the context's browser. */
export async function launch({ args = [], without = [] }: BrowserOptions = {}): Promise<BrowserContext> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...LAUNCH_ARGUMENTS, ...args],
    ignoreDefaultArgs: without,
    ...(executablePath && { executablePath }),
  });
  return browser.newContext();
}
