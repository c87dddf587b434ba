/** What the Write page keeps and hands on: nothing, until somebody wants it. */
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

test('a text is kept over a reload only where somebody wants it, and until they do not', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  const kept = page.getByLabel('Keep my text on this device');
  await box.pressSequentially('I am so happy!');
  await expect(kept).not.toBeChecked();
  const stored = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('emotion-tag-draft'));
  expect(await stored()).toBeNull();
  await kept.check();
  await box.press('End');
  await box.pressSequentially(' And so are you.');
  await page.goto('about:blank');
  await page.goBack();
  await page.reload();
  await expect(box).toHaveValue('I am so happy! And so are you.');
  await kept.uncheck();
  expect(await stored()).toBeNull();
});

test('what was cleared or replaced by an example comes back', LONG, async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.pressSequentially('I am so happy!');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(box).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(box).toHaveValue('I am so happy!');
  await page.getByLabel('Examples').selectOption('The meeting is at three.');
  await expect(page.locator('#tag [part=label]')).toHaveText('Not sure');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
});

test('a reading is copied as text, and a browser that refuses is named', LONG, async ({ context, page, serve }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto((await serve()).url);
  await page.getByLabel('Your text').fill('I am so happy! I am terrified of the dark.');
  await page.getByRole('button', { name: 'Copy the reading' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('“I am so happy! I am terrified of the dark.”');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Copy the reading' }).click();
  await expect(page.getByText('The browser did not let this page copy it.')).toBeVisible();
});

test('a reading is saved as a picture', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  await page.getByLabel('Your text').fill('I am so happy! I am terrified of the dark.');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as picture' }).click();
  const file = await (await saved).createReadStream();
  const bytes = Buffer.concat(await file.toArray());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(1080); // as wide as it is drawn
});

test('a paste that the browser refuses, and one of a picture, are told', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible(); // the button that pastes is there before the script
  await page.evaluate(() => {
    navigator.clipboard.readText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Paste' }).click();
  await expect(page.getByText(/The browser did not allow it\. Press Ctrl\+V/)).toBeVisible();
  const box = page.getByLabel('Your text');
  await expect(box).toBeFocused();
  await box.evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('Only text can be read here')).toBeVisible();
  await box.fill('I am so happy!');
  await expect(page.getByText('Only text can be read here')).toHaveCount(0);
});

test('the share sheet gets the reading; what it refuses is told, what a person calls off is not, and where there is none no button is', async ({
  page,
  serve,
}) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { shared: [], fate: null });
    if (location.search === '?none') Reflect.deleteProperty(Navigator.prototype, 'share');
    else
      Object.defineProperty(Navigator.prototype, 'share', {
        configurable: true,
        value(data: ShareData) {
          const { shared, fate } = globalThis as unknown as { shared: ShareData[]; fate: string | null };
          shared.push(data);
          return fate ? Promise.reject(new DOMException('no', fate)) : Promise.resolve();
        },
      });
  });
  const { url } = await serve();
  await page.goto(url);
  const share = page.getByRole('button', { name: 'Share' });
  await expect(share).toBeDisabled(); // nothing was read yet
  await page.getByLabel('Your text').fill('I am so happy! I am terrified of the dark.');
  const said = page.locator('write-tools').getByRole('status');
  const whenSharingEnds = async (fate: string | null): Promise<void> => {
    await page.evaluate((fate) => Object.assign(globalThis, { fate }), fate);
    await share.click();
  };
  await whenSharingEnds('NotAllowedError');
  await expect(said).toHaveText('The browser did not let this page share it.');
  await whenSharingEnds('AbortError');
  await whenSharingEnds(null);
  await expect(said).toHaveText('');
  const shared = await page.evaluate(() => (globalThis as unknown as { shared: ShareData[] }).shared);
  expect(shared).toHaveLength(3);
  expect(shared[2]!.text).toContain('“I am so happy! I am terrified of the dark.”');
  expect(Object.keys(shared[2]!)).toEqual(['text']); // no address of the page

  await page.goto(`${url}/?none`);
  await expect(page.getByRole('button', { name: 'Copy the reading' })).toBeVisible();
  await expect(share).toHaveCount(0);
});

test('what an input method composes on Write is read with each step, and nothing tears it', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const keyboard = await page.context().newCDPSession(page);
  const text = page.getByLabel('Your text');
  await text.pressSequentially('I am so happy that you came! ');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  for (const step of ['n', 'ni', 'nih']) {
    await keyboard.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
    await expect(page.locator('#mirror')).toHaveText(`I am so happy that you came! ${step}`); // it was read in the middle of the word
  }
  await keyboard.send('Input.insertText', { text: '你好' });
  await expect(text).toHaveValue('I am so happy that you came! 你好');
});
