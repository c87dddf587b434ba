import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { buildWith, withOtherWeights } from '../../testbed/builds';
import { LONG } from '../../testbed/long';
import { expect, TagHarness, test } from '../../testbed/setup';
import { keptKeys, keptModels, weights } from '../../testbed/weights';
import type { Server } from '../../testbed/server';

const HAPPY = 'I am so happy!';
const EMBED = { '/embed': '<!doctype html><script type="module" src="/emotion-tag.js"></script><emotion-tag></emotion-tag>' };

const weightsRequests = (server: Server): string[] => server.log.filter((line) => line.includes('weights.bin'));
const write = (page: Page, text: string): Promise<void> => page.getByLabel('Your text').fill(text);
const label = (page: Page) => page.locator('#tag [part=label]');

/** Fetch the page's own model beside the one that serves, as the panel's button does. */
const downloadNew = (page: Page): Promise<void> =>
  page.evaluate(async (engine) => {
    const { EmotionClassifier } = (await import(engine)) as typeof import('../../src/engine/index');
    await EmotionClassifier.storage.download();
  }, '/engine.js');

let newer: string;
test.beforeAll(() => {
  newer = buildWith(withOtherWeights);
});
test.afterAll(() => {
  rmSync(dirname(newer), { recursive: true });
});

// fault: updates | a new page and a new model are deployed | a second build in the place of the first | the old model reads on; each is replaced when somebody says so | the newer model, and nothing of the older
test(
  'page and model are each replaced when somebody says so, and the old model serves meanwhile',
  LONG,
  async ({ page, serve }) => {
    let folder = 'dist';
    const server = await serve({ folder: () => folder });
    await page.goto(server.url);
    await write(page, HAPPY);
    await expect(label(page)).toHaveText('Joy');
    await expect.poll(() => keptModels(page)).toBe(1);

    folder = newer;
    await page.reload();
    await page.locator('#update').getByRole('button', { name: 'Reload' }).click();
    const pageLink = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();
    await pageLink('Model');
    await expect(page.getByText(/^An older model serves\. A new one can be downloaded: \d\.\d MB\.$/)).toBeVisible();
    await pageLink('Write');
    await write(page, 'I am scared to death.');
    await expect(label(page)).toHaveText('Fear');
    expect(weightsRequests(server)).toHaveLength(1);

    await pageLink('Model');
    await page.getByRole('button', { name: 'Download' }).click();
    await expect(page.getByText('The new model is here. Reload the page to use it.')).toBeVisible();
    expect(weightsRequests(server)).toHaveLength(2);
    await page.reload();
    await pageLink('Write');
    await write(page, 'I am furious with them!');
    await expect(label(page)).toHaveText('Anger');
    await expect.poll(async () => (await keptKeys(page)).length).toBe(1 + 6); // the newer model, and nothing of the older
    expect(weightsRequests(server)).toHaveLength(2);
  },
);

// fault: updates | a new model fails its self-test | wrong golden logits in its manifest | Joy, from the old one, at each visit | the old model
test('a new model that fails its self-test is left, and the old one goes on', LONG, async ({ page, serve }) => {
  const wrong = buildWith((manifest, model) => {
    withOtherWeights(manifest, model);
    manifest.golden[0]!.logits = [9, 9, 9, 9, 9, 9];
  });
  let folder = 'dist';
  await page.goto(`${(await serve({ folder: () => folder, pages: EMBED })).url}/embed`);
  const tag = new TagHarness(page);
  expect((await tag.read(HAPPY)).label).toBe('joy');
  await expect.poll(() => keptModels(page)).toBe(1);

  folder = wrong;
  await page.reload();
  await downloadNew(page);
  await page.reload();
  expect((await tag.read(HAPPY)).label).toBe('joy');
  await page.reload();
  expect((await tag.read(HAPPY)).label).toBe('joy');
  expect(await keptModels(page)).toBe(1);
  rmSync(dirname(wrong), { recursive: true });
});

// fault: tabs | another tab still runs the older model | two builds, two tabs | both read | both models, until the old tab closes
test('an old model stays as long as a tab runs it', LONG, async ({ context, serve }) => {
  let folder = 'dist';
  const server = await serve({ folder: () => folder, pages: EMBED });
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${server.url}/embed`);
    return page;
  };
  const old = await open();
  expect((await new TagHarness(old).read(HAPPY)).label).toBe('joy');
  folder = newer;
  const page = await open();
  await downloadNew(page);
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  await expect.poll(() => keptModels(page)).toBe(2);
  expect((await new TagHarness(old).read(`${HAPPY}!`)).label).toBe('joy');
  await old.close();
  await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).held!.length)).toBe(1); // the other is let go of
  await page.reload();
  expect((await new TagHarness(page).read(HAPPY)).label).toBe('joy');
  await expect.poll(() => keptModels(page)).toBe(1);
});

// fault: updates | an old page, the new model on the host | the model of another build | a sentence that says to reload (`model-corrupt`) | nothing wrong
test('a page that is older than the deployed model says to reload', LONG, async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>', {
    script: (path, response) => {
      if (!path.startsWith('/model/')) return false;
      response.end(readFileSync(newer + path));
      return true;
    },
  });
  const error = await new TagHarness(page).fail(HAPPY);
  expect(error.code).toBe('model-corrupt');
  expect(error.message).toContain('Reload the page');
});

// fault: updates | a new page, the old model still on the host | the model of an earlier build, until the host has it all | a sentence that says to reload (`model-corrupt`); then Joy | nothing wrong
// fault: updates | a deployment in the middle of a start: the first files of the old model, the rest of the new | the host changes before the weights are asked for | the same, and Joy after a reload | nothing wrong
for (const [what, isOld] of [
  ['a page that is newer than the model that the host still has', () => true],
  ['a page that is deployed in the middle of a start', (path: string) => path.includes('weights')],
] as const) {
  test(`${what} says to reload, and reads once the host has all`, LONG, async ({ page, embed }) => {
    let isWhole = false;
    // The page of one build, and of its model's files those that the other build has in their place.
    await embed('<emotion-tag></emotion-tag>', {
      folder: newer,
      script: (path, response) => {
        if (isWhole || !path.startsWith('/model/') || !isOld(path)) return false;
        response.end(readFileSync(`dist${path}`));
        return true;
      },
    });
    const tag = new TagHarness(page);
    const error = await tag.fail(HAPPY);
    expect(error.code).toBe('model-corrupt');
    expect(error.message).toContain('Reload the page');
    isWhole = true;
    await page.reload();
    expect((await tag.read(HAPPY)).label).toBe('joy');
  });
}

// fault: updates | a deployment between a page and the start of its worker, whose script has another name by then | the other build in the place of the first | that a part is missing (`assets-missing`), with its address; Joy after a reload | nothing wrong
test('a page whose scripts are gone from the host says which, and reads after a reload', LONG, async ({ page, embed }) => {
  let isDeployed = false;
  const server = await embed('<emotion-tag></emotion-tag>', {
    script: (path, response) => {
      if (!isDeployed || !/\/assets\/(main|compile|ort)-/.test(path)) return false;
      response.writeHead(404).end();
      return true;
    },
  });
  const tag = new TagHarness(page);
  isDeployed = true;
  const error = await tag.fail(HAPPY);
  expect(error.code).toBe('assets-missing');
  expect(error.message).toContain(`${server.url}/assets/main-`);
  isDeployed = false;
  await page.reload();
  expect((await tag.read(HAPPY)).label).toBe('joy');
});

// fault: updates | a deployment in the middle of a download | another build while the weights hang | the offer to reload; Joy | the weights, downloaded once
test('a new version of the page during a download waits, and the download goes on', LONG, async ({ page, serve }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const changed = buildWith((manifest) => {
    manifest.threshold += 0.001;
  });
  let folder = 'dist';
  const server = await serve({
    folder: () => folder,
    script: async (path, response) => {
      if (path !== '/model/onnx/weights.bin.gzip') return false;
      response.writeHead(200, { 'content-length': weights.length });
      let sent = Math.floor(weights.length / 2);
      response.write(weights.subarray(0, sent));
      const beat = setInterval(() => response.write(weights.subarray(sent, ++sent)), 5_000); // a slow download, and none that stalls
      await released;
      clearInterval(beat);
      response.end(weights.subarray(sent));
      return true;
    },
  });
  await page.goto(server.url);
  await write(page, HAPPY);
  await expect(page.locator('#tag [part=progress]')).toBeVisible();
  folder = changed;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByText('A new version of this page is ready.')).toBeVisible();
  release();
  await expect(label(page)).toHaveText('Joy');
  expect(weightsRequests(server)).toHaveLength(1);
  rmSync(dirname(changed), { recursive: true });
});
