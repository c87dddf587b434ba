import type { Page } from '@playwright/test';
import type { Emotion, Reading, Reason } from '../src/index';
import type { FakeEngine, FakeEngineOptions } from '../src/testing/index';
import type { Server, ServerOptions } from './server';
import { test as base } from './setup';

declare global {
  /** The fake engine of a story page. */
  var engine: FakeEngine;
}

/** Options of a fake engine that can be written into a page: errors cannot. */
type Told = Omit<FakeEngineOptions, 'answers'> & { readonly answers?: Readonly<Record<string, Emotion | Reason | Reading>> };

export interface StoryOptions extends ServerOptions {
  readonly engine?: Told;
  /** What stands in the head. */
  readonly head?: string;
  /** Attributes of the root element. */
  readonly root?: string;
}

interface Fixtures {
  /** Open a page of this HTML whose tags are answered by the fake engine: by the first emotion that a text names. */
  story: (body: string, options?: StoryOptions) => Promise<Server>;
}

export const test = base.extend<Fixtures>({
  story: async ({ page, serve }, use) => {
    await use(async (body, { engine = {}, head = '', root = 'lang="en"', ...options } = {}) => {
      const html = `<!doctype html><html ${root}><meta charset="utf-8"><title>story</title>
        <meta name="color-scheme" content="light dark"><style>html { background: Canvas; color: CanvasText }</style>${head}
        <script type="module">
          import { useFakeEngine } from '/testing.js';
          globalThis.engine = useFakeEngine(${JSON.stringify(engine)});
          await import('/emotion-tag.js');
        </script><body><main><h1>Story</h1>${body}</main>`;
      const server = await serve({ ...options, pages: { '/story': html } });
      await page.goto(`${server.url}/story`);
      await page.waitForFunction(() => customElements.get('emotion-tag') !== undefined);
      return server;
    });
  },
});

export { expect } from './setup';

/** What the page's announcer says. */
export const announced = (page: Page): ReturnType<Page['locator']> => page.locator('[data-emotion-tag=announcer]');
