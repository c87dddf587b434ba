import { longUnless } from '../../testbed/long';
import type { EmotionTag } from '../../src/index';
import type * as testing from '../../src/testing/index';
import { announced, expect, test } from '../../testbed/fake-page';

type Testing = typeof testing;

const label = 'emotion-tag [part=label]';

test.describe('for', () => {
  test('follows a textarea while typing, and leaves the focus', async ({ page, story }) => {
    await story('<label>Text <textarea id="t"></textarea></label><emotion-tag for="t"></emotion-tag>');
    await page.getByLabel('Text').pressSequentially('so much joy');
    await expect(page.locator(label)).toHaveText('Joy');
    await page.getByLabel('Text').fill('now it is fear');
    await expect(page.locator(label)).toHaveText('Fear');
    await expect(page.getByLabel('Text')).toBeFocused();
    expect(await page.evaluate(() => engine.texts.at(-1))).toBe('now it is fear');
    await expect(announced(page)).toHaveText('Fear 90%');
  });

  test('follows an editable element, and a form that is reset', async ({ page, story }) => {
    await story(`<div id="e" contenteditable="true" aria-label="Note" role="textbox"><p>my anger</p><p>and more</p></div>
      <emotion-tag for="e"></emotion-tag>
      <form><input id="i" aria-label="Line" value="surprise"><button type="reset">Undo</button></form><emotion-tag for="i"></emotion-tag>`);
    await expect(page.locator(label)).toHaveText(['Anger', 'Surprise']);
    expect(await page.evaluate(() => engine.texts.toSorted()[0])).toBe('my anger\nand more');
    const note = page.getByLabel('Note');
    await note.press('ControlOrMeta+a');
    await note.pressSequentially('no, sadness');
    await expect(page.locator(label)).toHaveText(['Sadness', 'Surprise']);
    await expect(note).toBeFocused();
    expect(await page.evaluate(() => engine.texts.at(-1))).toBe('no, sadness');
    await page.getByLabel('Line').fill('love');
    await expect(page.locator(label)).toHaveText(['Sadness', 'Love']);
    await expect(page.getByLabel('Line')).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator(label)).toHaveText(['Sadness', 'Surprise']);
  });

  test('waits for a missing id and says so once', async ({ page, story }) => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await story('<emotion-tag for="late"></emotion-tag>');
    await expect.poll(() => warnings).toEqual(['<emotion-tag for="late"> waits for an element with this id.']);
    await page.evaluate(() => {
      const field = Object.assign(document.createElement('textarea'), { id: 'late', value: 'sadness' });
      document.body.append(document.createElement('p'), field);
    });
    await expect(page.locator(label)).toHaveText('Sadness');
    await page.evaluate(() => {
      document.querySelector('#late')!.remove();
      document.body.append(document.querySelector('emotion-tag')!);
    });
    await expect(page.locator('emotion-tag [part=badge]')).toHaveCount(0);
    expect(warnings).toHaveLength(1);
  });

  test('never reads a password', async ({ page, story }) => {
    await story('<input id="p" type="password" aria-label="Password" value="joy"><emotion-tag for="p" load="eager"></emotion-tag>');
    await page.getByLabel('Password').fill('my secret joy');
    await page.locator('emotion-tag').evaluate((tag: EmotionTag) => tag.updateComplete);
    expect(await page.evaluate(() => engine.texts)).toEqual([]);
  });
});

test.describe('load', () => {
  test('an unseen tag reads nothing until it is scrolled into view', async ({ page, story }) => {
    await story(
      '<div style="height: 3000px">far above</div><emotion-tag>so much joy</emotion-tag><emotion-tag load="eager">fear</emotion-tag>',
    );
    await expect(page.locator(label)).toHaveText('Fear');
    expect(await page.evaluate(() => engine.texts)).toEqual(['fear']);
    await page.locator('emotion-tag').first().scrollIntoViewIfNeeded();
    await expect(page.locator(label)).toHaveText(['Joy', 'Fear']);
  });

  test('click asks once for the page and each model, with the size, and the keyboard can say yes', async ({ page, story }) => {
    const engine = { availability: 'downloadable', downloadSize: 14_800_000 } as const;
    await story(
      '<emotion-tag load="click">joy</emotion-tag> <emotion-tag load="click">fear</emotion-tag> <emotion-tag load="click" model="open">love</emotion-tag>',
      {
        engine,
      },
    );
    const offer = page.getByRole('button', { name: 'Read · 15 MB' });
    await expect(offer).toHaveCount(3);
    await offer.first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(label)).toHaveText(['Joy', 'Fear']);
    await expect(announced(page)).toHaveText('Joy 90%');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('emotion-tag');
    await expect(offer).toHaveCount(1);
    await offer.click();
    await expect(page.locator(label)).toHaveText(['Joy', 'Fear', 'Love']);
  });

  test('a tag that its page removes on the click is simply gone', async ({ page, story }) => {
    await story('<emotion-tag load="click">joy</emotion-tag>', { engine: { availability: 'downloadable' } });
    await expect(page.getByRole('button')).toBeVisible();
    await page.locator('emotion-tag').evaluate((tag) => {
      tag.addEventListener('click', () => {
        tag.remove();
      });
      tag.shadowRoot!.querySelector('button')!.click();
    });
    await expect(page.locator('emotion-tag')).toHaveCount(0);
  });

  test('a kept model asks nobody', async ({ page, story }) => {
    await story('<emotion-tag load="click">joy</emotion-tag>', { engine: { availability: 'available' } });
    await expect(page.locator(label)).toHaveText('Joy');
  });

  for (const connection of [{ saveData: true }, { type: 'cellular' }, { effectiveType: 'slow-2g' }]) {
    test(`${JSON.stringify(connection)} asks before a download`, longUnless('saveData' in connection), async ({ page, story }) => {
      await page.addInitScript((value) => {
        Object.defineProperty(navigator, 'connection', { value });
      }, connection);
      await story('<emotion-tag>joy</emotion-tag>', { engine: { availability: 'downloadable' } });
      await expect(page.getByRole('button', { name: 'Read · 15 MB' })).toBeVisible();
      expect(await page.evaluate(() => engine.texts)).toEqual([]);
    });
  }
});

test('bars show six meters with values in words, always in the same order', async ({ page, story }) => {
  await story('<emotion-tag view="bars" text="so much joy"></emotion-tag>');
  await expect(page.locator(label)).toHaveText('Joy');
  const meters = page.getByRole('meter');
  await expect(meters).toHaveCount(6);
  await expect(page.getByRole('meter', { name: 'Joy' })).toHaveAttribute('aria-valuetext', '90%');
  await page.locator('emotion-tag').evaluate((tag: EmotionTag) => (tag.text = 'fear'));
  await expect(page.getByRole('meter', { name: 'Fear' })).toHaveAttribute('aria-valuetext', '90%');
  expect(await meters.evaluateAll((all) => all.map((meter) => meter.ariaLabel))).toEqual([
    'Sadness',
    'Joy',
    'Love',
    'Anger',
    'Fear',
    'Surprise',
  ]);
});

test('highlight tints sentences in place and leaves the author’s nodes alone', async ({ page, story }) => {
  await story('<emotion-tag view="highlight"><p>So much <b>joy</b> here. But then: fear!</p></emotion-tag>');
  await expect(page.getByRole('listitem', { name: /./ }).or(page.locator('[part=legend] .found'))).toHaveText(['Joy 1', 'Fear 1']);
  const tinted = (): Promise<Record<string, string[]>> =>
    page.evaluate(() =>
      Object.fromEntries(
        Array.from(CSS.highlights, ([name, highlight]) => [
          name,
          Array.from(highlight as unknown as Iterable<StaticRange>, ({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = new Range();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return range.toString();
          }),
        ]),
      ),
    );
  await expect.poll(tinted).toEqual({ 'emotion-tag-joy': ['So much joy here.'], 'emotion-tag-fear': ['But then: fear!'] });
  expect(
    await page
      .locator('emotion-tag p')
      .evaluate((p) => Array.from(p.childNodes, (node) => `${node.nodeName}: ${node.textContent ?? ''}`)),
  ).toEqual(['#text: So much ', 'B: joy', '#text:  here. But then: fear!']);
  await page.locator('emotion-tag').evaluate((tag) => {
    tag.remove();
  });
  await expect.poll(tinted).toEqual({});
});

test('bars move only for readers who did not ask for less motion', async ({ page, story }) => {
  await story('<emotion-tag view="bars" text="so much joy"></emotion-tag>');
  const fill = page.getByRole('meter', { name: 'Joy' }).locator('.fill');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(fill).toHaveCSS('transition-duration', '0.2s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(fill).toHaveCSS('transition-duration', '0s');
});

test('a threshold makes a weak label unsure', async ({ page, story }) => {
  await story('<emotion-tag threshold="0.95">joy</emotion-tag> <emotion-tag threshold="often">joy</emotion-tag>');
  await expect(page.locator(label)).toHaveText(['Not sure', 'Joy']);
});

test('a threshold that a framework sets as a property counts as that of the attribute', async ({ page, story }) => {
  await story('<emotion-tag>joy</emotion-tag>');
  await expect(page.locator(label)).toHaveText('Joy');
  await page.locator('emotion-tag').evaluate((tag) => Object.assign(tag, { threshold: '0.95' }));
  await expect(page.locator(label)).toHaveText('Not sure');
});

test('an empty threshold is the model’s own, and no 0 that labels everything', async ({ page, story }) => {
  await story('<emotion-tag threshold="">The meeting is at three.</emotion-tag> <emotion-tag threshold=" ">joy</emotion-tag>');
  await expect(page.locator(label)).toHaveText(['Not sure', 'Joy']);
});

test('two close emotions are shown as mixed', async ({ page, story }) => {
  await story('<emotion-tag></emotion-tag>');
  await page.evaluate(async () => {
    const url = new URL('/testing.js', location.href).href;
    const { useFakeEngine, readingFor } = (await import(url)) as Testing;
    useFakeEngine({ answers: { both: { ...readingFor('joy', 0.5), mixed: 'love' } } });
    document.querySelector('emotion-tag')!.text = 'both';
  });
  await expect(page.locator('emotion-tag [part=badge]')).toHaveText(/Joy\s*\+\s*Love/);
  await expect(page.locator('emotion-tag:state(mixed):state(joy)')).toHaveCount(1);
});

test('a form submits the label under the tag’s name', async ({ page, story }) => {
  await story('<form><emotion-tag name="mood">joy</emotion-tag><emotion-tag name="none"></emotion-tag></form>');
  await expect(page.locator(label)).toHaveText('Joy');
  expect(await page.locator('form').evaluate((form: HTMLFormElement) => [...new FormData(form)])).toEqual([['mood', 'joy']]);
});

test('why? opens and closes the words that count, by keyboard', async ({ page, story }) => {
  await story('<emotion-tag explain>so much joy</emotion-tag>');
  const why = page.getByRole('button', { name: 'Why?' });
  await expect(why).toBeEnabled();
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[part=word]')).toHaveText('joy points to joy');
  await expect(page.locator('mark')).toHaveText('joy');
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('[part=word]')).toHaveCount(0);
});
