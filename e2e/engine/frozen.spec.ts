/** A page that the system freezes. In a browser that Playwright does not drive: it keeps its pages in view, and these are not frozen. */
import type { Page } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { ASKING, EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

// fault: page life | the page is frozen in the middle of a text, as phones do, and thawed | the browser’s own protocol | Joy, from the same worker | the model, and the text that waited
test('a page that is frozen in the middle of a text reads it once it is thawed', LONG, async ({ serve }) => {
  let asked = (): void => undefined;
  let release = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const { url } = await serve({
    pages: { '/embed': '<!doctype html><title>embed</title>' },
    beforeWorker: () => ASKING,
    async script(path, response) {
      if (path !== '/may-answer') return false;
      asked();
      await released;
      response.end();
      return true;
    },
  });
  const browser = await puppeteer.launch({ executablePath: findChromium() ?? '', args: [...LAUNCH_ARGUMENTS] });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/embed`);
    const engine = new EngineHarness(page as unknown as Page); // `evaluate` is the same in both
    await engine.create({ device: 'wasm' });
    await page.evaluate(() => {
      const seen: string[] = [];
      for (const kind of ['freeze', 'resume']) document.addEventListener(kind, () => seen.push(kind));
      Object.assign(globalThis, { seen });
    });
    const tab = await page.createCDPSession();
    await engine.begin('I am so happy!');
    await isAsked;
    await tab.send('Page.setWebLifecycleState', { state: 'frozen' });
    release();
    await tab.send('Page.setWebLifecycleState', { state: 'active' });
    expect(await engine.outcome()).toEqual({ label: 'joy' });
    expect(await page.evaluate('seen')).toEqual(['freeze', 'resume']);
    expect((await engine.classify('I am scared to death.')).label).toBe('fear');
    expect((await engine.diagnostics()).attempts).toMatchObject([{ outcome: 'running' }]);
  } finally {
    await browser.close();
  }
});
