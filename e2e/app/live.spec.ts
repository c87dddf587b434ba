import type { EmotionTag } from '../../src/index';
import type { Reply, Request } from '../../src/shared/protocol';
import { ASKING } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import type { Script } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';

declare global {
  /** When readings came, in milliseconds of the page. */
  var readings: number[];
  /** Texts that were sent to a worker and are not read yet. */
  var underWay: Set<number>;
  /** How far workers said that they are. */
  var steps: { readonly read: number; readonly total: number }[];
}

/** A page that knows what its workers are asked and what they say. */
const LISTENING = (): void => {
  globalThis.readings = [];
  globalThis.underWay = new Set();
  globalThis.steps = [];
  globalThis.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
        if (data.kind === 'answer' || data.kind === 'refused') underWay.delete(data.id);
        if (data.kind === 'parts') steps.push(data);
      });
    }

    override postMessage(message: Request): void {
      if (message.kind === 'read') underWay.add(message.id);
      if (message.kind === 'abort') underWay.delete(message.id);
      super.postMessage(message);
    }
  };
  addEventListener('emotion-change', ({ target }) => {
    if ((target as Element).id === 'tag') readings.push(performance.now());
  });
};

const FAST = 'we waited for hours in the rain, and now I am so angry that I could scream at all of them!';

test('while somebody types fast, the reading follows at least four times a second, and the newest text is read last', async ({
  page,
  serve,
}) => {
  // By the page's own clock: how fast a busy machine computes and types is another matter.
  await page.clock.install();
  await page.addInitScript(LISTENING);
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  const scores = () => page.locator('#tag').evaluate((tag: EmotionTag) => tag.scores);
  await box.fill(`Today ${FAST}`);
  await expect(page.locator('#tag [part=label]')).toHaveText('Anger');
  const last = await scores();
  await page.evaluate(() => (readings.length = 0));
  await box.fill('Today ');
  await page.waitForFunction(() => readings.length > 0 && underWay.size === 0); // else the first key would wait for that
  await page.clock.pauseAt(Date.now() + 5_000); // in a minute an idle worker ends
  await page.evaluate(() => (readings.length = 0));
  for (const key of FAST) {
    await box.pressSequentially(key);
    await page.clock.runFor(40);
    await page.waitForFunction(() => underWay.size === 0);
  }
  const { seconds, count } = await page.evaluate(() => ({
    seconds: (readings.at(-1)! - readings[0]!) / 1000,
    count: readings.length,
  }));
  expect(seconds).toBeGreaterThan(3);
  expect(count / seconds).toBeGreaterThanOrEqual(4);
  await page.clock.resume();
  await expect.poll(scores).toEqual(last);
});

test(
  'a long text that takes a while says how far it is, and the old reading does not pass for its own',
  LONG,
  async ({ page, serve }) => {
    let release = (): void => undefined;
    let mayAnswer = Promise.resolve();
    const script: Script = async (path, response) => {
      if (path !== '/may-answer') return false;
      await mayAnswer;
      response.end();
      return true;
    };
    await page.goto((await serve({ script, beforeWorker: () => ASKING })).url);
    const box = page.getByLabel('Your text');
    await box.fill('I am so happy!');
    await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
    mayAnswer = new Promise((resolve) => (release = resolve));
    const long = Array.from({ length: 80 }, (_, i) => `Number ${String(i)} made me so sad.`).join(' ');
    await box.fill(long);
    await expect(page.locator('#tag:state(stale) [part=badge]')).toHaveText(/^Reading… \d+ of \d+ sentences$/);
    await expect(page.locator('#note')).toBeHidden();
    release();
    await expect(page.locator('#tag [part=label]')).toHaveText('Sadness');
    await expect(page.locator('#note')).toBeVisible();
  },
);

test('a sentence more of a long text does not read the others again', LONG, async ({ page, serve }) => {
  await page.addInitScript(LISTENING);
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.fill(Array.from({ length: 80 }, (_, i) => `Number ${String(i)} made me so sad.`).join(' '));
  await expect(page.locator('#tag [part=label]')).toHaveText('Sadness');
  await page.evaluate(() => (steps.length = 0));
  await box.press('End');
  await box.press('ControlOrMeta+End');
  await box.pressSequentially(' And then I laughed.', { delay: 40 });
  await expect.poll(() => page.evaluate(() => steps.at(-1))).toMatchObject({ read: 81, total: 81 });
  const unread = await page.evaluate(() => Math.max(...steps.map(({ read, total }) => total - read)));
  expect(unread).toBeLessThanOrEqual(2); // what stood there last, and the new one
});
