/** A frame with `sandbox="allow-scripts"` has an opaque origin: no storage, and its own server is a stranger's. */
import type { FrameLocator } from '@playwright/test';
import type { EmotionTag } from '../../src/index';
import type { Server, ServerOptions } from '../../testbed/server';
import { expect, test as base } from '../../testbed/setup';
import { HASTY } from '../../testbed/weights';

const CORS = { 'access-control-allow-origin': '*' };

/** Open a page with a tag in such a frame. */
const test = base.extend<{ frame: (options: ServerOptions) => Promise<{ inside: FrameLocator; server: Server }> }>({
  frame: async ({ page, serve }, use) => {
    await use(async (options) => {
      const server = await serve({
        pages: {
          '/outside': '<!doctype html><title>outside</title><iframe sandbox="allow-scripts" src="/inside"></iframe>',
          '/inside':
            '<!doctype html><script type="module" src="/emotion-tag.js"></script><emotion-tag device="wasm">I am so happy!</emotion-tag>',
        },
        ...options,
      });
      await page.goto(`${server.url}/outside`);
      return { inside: page.frameLocator('iframe'), server };
    });
  },
});

/** What a tag says of its next text. */
const failure = (inside: FrameLocator): Promise<{ code: string; message: string }> =>
  inside.locator('emotion-tag').evaluate(
    (tag: EmotionTag) =>
      new Promise<{ code: string; message: string }>((resolve) => {
        tag.addEventListener('emotion-error', ({ error: { code, message } }) => {
          resolve({ code, message });
        });
        tag.textContent = 'I am so happy about this!';
      }),
  );

test('a tag in a sandboxed frame reads, from memory', async ({ frame, page }) => {
  const { inside } = await frame({ headers: () => CORS });
  await expect(inside.locator('emotion-tag [part=label]')).toHaveText('Joy');
  await expect.poll(() => page.workers()).toHaveLength(1);
});

for (const [what, headers] of [
  ['the worker’s script is kept from it', (path) => (path.includes('/main-') ? {} : CORS)],
  ['the model is kept from it', (path) => (path.startsWith('/model/') ? {} : CORS)],
  ['a policy lets it start no worker', (path) => (path === '/inside' ? { 'content-security-policy': "worker-src 'self'" } : CORS)],
] satisfies [string, (path: string) => Record<string, string>][]) {
  test(`where ${what}, the error says that it is sandboxed, and what to add`, async ({ frame }) => {
    const { inside } = await frame({ headers, beforeWorker: () => HASTY });
    await expect(inside.locator('emotion-tag [part~=badge]')).toHaveText('A sandboxed frame cannot load the emotion model');
    const { code, message } = await failure(inside);
    expect(code).toBe('sandboxed');
    expect(message).toContain('Add `allow-same-origin` to its `sandbox` attribute');
  });
}

test('a file that is missing is named there as elsewhere', async ({ frame }) => {
  const { inside } = await frame({
    headers: () => CORS,
    script: (path, response) => path.endsWith('.wasm') && !!response.writeHead(404).end(),
  });
  const { code, message } = await failure(inside);
  expect(code).toBe('assets-missing');
  expect(message).toContain('.wasm is not there: the server answers 404');
});
