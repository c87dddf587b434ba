import type { Page } from '@playwright/test';
import { LONG } from '../../testbed/long';
import { modelRequests, test as real } from '../../testbed/setup';
import { expect, test } from '../../testbed/fake-page';

/** Adds so many tags to `#feed`, waits until each has read, and takes them away, in so many rounds. */
const comeAndGo = (page: Page, given: { rounds: number; tags: number; text: string }): Promise<void> =>
  page.evaluate(async ({ rounds, tags: count, text }) => {
    const feed = document.querySelector('#feed')!;
    for (let round = 0; round < rounds; round++) {
      const tags = Array.from({ length: count }, () =>
        Object.assign(document.createElement('emotion-tag'), { load: 'eager', textContent: text }),
      );
      const all = tags.map(
        (tag) =>
          new Promise((read) => {
            tag.addEventListener('emotion-change', read, { once: true });
          }),
      );
      feed.append(...tags);
      await Promise.all(all);
      feed.replaceChildren();
    }
  }, given);

const feed = (count: number): string =>
  Array.from({ length: count }, (_, i) => `<p><emotion-tag>I am so happy, number ${String(i)}!</emotion-tag></p>`).join('');

real('a thousand tags share one worker and one download, and read only what is seen', async ({ page, embed }) => {
  const server = await embed(feed(1_000));
  await expect(page.locator('emotion-tag').first().locator('[part=label]')).toHaveText('Joy');
  await expect(page.locator('emotion-tag:state(loading)')).toHaveCount(0);
  await expect.poll(() => page.workers()).toHaveLength(1);
  expect(modelRequests(server).filter((line) => line.includes('weights.bin'))).toHaveLength(1);
  expect(await page.locator('emotion-tag:state(waiting)').count()).toBeGreaterThan(900);
  await page.locator('emotion-tag').last().scrollIntoViewIfNeeded();
  await expect(page.locator('emotion-tag').last().locator('[part=label]')).toHaveText('Joy');
  await expect.poll(() => page.workers()).toHaveLength(1);
});

test('tags removed or scrolled past before their turn cost nothing', async ({ page, story }) => {
  await story('<div id="top"></div><div style="height: 5000px">long</div><emotion-tag>fear</emotion-tag>');
  await page.evaluate(() => {
    engine.hold();
    document.querySelector('#top')!.append(Object.assign(document.createElement('emotion-tag'), { textContent: 'joy' }));
  });
  await expect(page.locator('emotion-tag').first()).toHaveJSProperty('isConnected', true);
  await page.waitForFunction(() => engine.users === 1);
  await page.locator('emotion-tag').last().scrollIntoViewIfNeeded();
  await expect(page.locator('#top emotion-tag:state(waiting)')).toHaveCount(1);
  await page.evaluate(() => {
    engine.release();
  });
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Fear');
  expect(await page.evaluate(() => engine.texts)).toEqual(['fear']);
});

// fault: memory | 2,000 tags are added and removed | ten rounds of two hundred | nothing | no element, no listener, no highlight
test('two hundred tags added and removed ten times leave nothing behind', LONG, async ({ page, story }) => {
  await story('<emotion-tag>joy</emotion-tag><textarea id="t">love</textarea><div id="feed"></div>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  const session = await page.context().newCDPSession(page);
  const left = async (): Promise<{ tags: number; listeners: number }> => {
    await session.send('HeapProfiler.collectGarbage');
    const { result } = await session.send('Runtime.evaluate', { expression: "customElements.get('emotion-tag').prototype" });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
    const { result: count } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      functionDeclaration: 'function () { return this.length; }',
    });
    await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
    await session.send('HeapProfiler.collectGarbage');
    const { jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { tags: count.value as number, listeners: jsEventListeners };
  };
  const before = await left();
  for (let round = 0; round < 10; round++) {
    await page.evaluate(async () => {
      const feed = document.querySelector('#feed')!;
      const tags = Array.from({ length: 200 }, (_, i) => {
        const tag = document.createElement('emotion-tag');
        tag.load = 'eager';
        if (i % 10 === 0) tag.htmlFor = 't';
        else tag.textContent = 'fear';
        if (i % 3 === 0) tag.view = 'highlight';
        return tag;
      });
      const all = new Promise<void>((resolve) => {
        let count = 0;
        feed.addEventListener('emotion-change', () => {
          if (++count === tags.length) resolve();
        });
      });
      feed.append(...tags);
      await all;
      feed.replaceWith(Object.assign(document.createElement('div'), { id: 'feed' }));
    });
  }
  // Ten thousand at once, of which the first are seen.
  await page.evaluate(
    `document.querySelector('#feed').innerHTML = '<p><emotion-tag>so much <b>fear</b></emotion-tag></p>'.repeat(10_000)`,
  );
  await expect(page.locator('#feed [part=label]').first()).toHaveText('Fear');
  await page.evaluate(() => {
    document.querySelector('#feed')!.replaceChildren();
  });
  await page.waitForFunction(() => engine.users === 1);
  await expect.poll(left).toEqual(before);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

real(
  'two hundred tags added and removed ten times share the worker that is there, which ends a minute after the last',
  LONG,
  async ({ page, embed }) => {
    await page.clock.install();
    await embed('<emotion-tag>I am so happy!</emotion-tag><div id="feed"></div>');
    await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
    const [worker] = page.workers();
    const session = await page.context().newCDPSession(page);
    const heap = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const happy = { tags: 200, text: 'I am so happy!' };
    await comeAndGo(page, { ...happy, rounds: 1 }); // what is made once for all tags
    const before = await heap();
    await comeAndGo(page, { ...happy, rounds: 10 });
    await expect.poll(() => page.workers()).toEqual([worker]);
    // Two hundred tags that stay take some 2 MB.
    await expect.poll(async () => (await heap()) - before).toBeLessThan(500_000);
    await page.locator('emotion-tag').evaluate((tag) => {
      tag.remove();
    });
    await page.clock.fastForward(61_000);
    await expect.poll(() => page.workers()).toEqual([]);
  },
);

// fault: memory | 10,000 tags are added and removed, after 10,000 others | a hundred rounds of a hundred | nothing | no more than before: 5 % of the heap at most
test('ten thousand tags added and removed leave the heap as ten thousand before them left it', LONG, async ({ page, story }) => {
  await story('<emotion-tag>joy</emotion-tag><div id="feed"></div>');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
  const session = await page.context().newCDPSession(page);
  const comeAndGoForLong = async (): Promise<void> => {
    await comeAndGo(page, { rounds: 100, tags: 100, text: 'fear' });
    await page.evaluate(() => {
      engine.texts.length = 0; // what the fake engine remembers is no tag's
    });
  };
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage'); // what finalizers let go of
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  await comeAndGoForLong();
  const before = await heap(); // compiled code and what is made once for all tags
  await comeAndGoForLong();
  await expect.poll(async () => (await heap()) / before).toBeLessThan(1.05);
});
