import { test as base, type Locator, type Page } from '@playwright/test';
import type { EmotionTag, Reading } from '../src/index';
import { startServer, type Server, type ServerOptions } from './server';

interface Fixtures {
  /** Start a server that ends with the test. */
  serve: (options?: ServerOptions) => Promise<Server>;
  /** Open a page of this HTML that embeds the element as any site does. Resolves with its server. */
  embed: (body: string, options?: ServerOptions) => Promise<Server>;
}

export const test = base.extend<Fixtures>({
  serve: async ({}, use) => {
    const servers: Server[] = [];
    await use(async (options) => {
      const server = await startServer(options);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
  embed: async ({ page, serve }, use) => {
    await use(async (body, options = {}) => {
      const html = `<!doctype html><title>embed</title><script type="module" src="/emotion-tag.js"></script><body>${body}`;
      const server = await serve({ ...options, pages: { '/embed': html } });
      await page.goto(`${server.url}/embed`);
      await page.waitForFunction(() => customElements.get('emotion-tag') !== undefined);
      return server;
    });
  },
});

export { expect } from '@playwright/test';

/** A tag, spoken to as a site's script does. */
export class TagHarness {
  readonly locator: Locator;

  constructor(page: Page, selector = 'emotion-tag') {
    this.locator = page.locator(selector);
  }

  get badge(): Locator {
    return this.locator.locator('[part~=badge]');
  }

  /** Give the tag a text and wait for its reading, or for the error it says. */
  async read(text: string): Promise<Reading> {
    return this.locator.evaluate(
      (tag: EmotionTag, typed) =>
        new Promise<Reading>((resolve, reject) => {
          tag.addEventListener(
            'emotion-change',
            ({ reading }) => {
              resolve(reading);
            },
            { once: true },
          );
          tag.addEventListener(
            'emotion-error',
            ({ error }) => {
              reject(error);
            },
            { once: true },
          );
          tag.text = typed;
        }),
      text,
    );
  }

  /** Give the tag a text that it cannot read; resolves with what it says. */
  async fail(text: string): Promise<{ code: string; message: string }> {
    return this.locator.evaluate(
      (tag: EmotionTag, typed) =>
        new Promise((resolve, reject) => {
          tag.addEventListener(
            'emotion-change',
            () => {
              reject(new Error('it was read'));
            },
            { once: true },
          );
          tag.addEventListener(
            'emotion-error',
            ({ error }) => {
              resolve({ code: error.code, message: error.message });
            },
            {
              once: true,
            },
          );
          tag.text = typed;
        }),
      text,
    );
  }
}

/** Requests for model files in a server's log. */
export const modelRequests = (server: Server): string[] => server.log.filter((line) => /^\/model(-\w+)?\//.test(line));
