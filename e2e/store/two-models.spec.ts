/** Both models on one page, for whom each is there alone: fetched where it is chosen, kept beside the other, and never mistaken for it. */
import { LONG } from '../../testbed/long';
import { expect, TagHarness, test } from '../../testbed/setup';
import { keptModels } from '../../testbed/weights';

const HAPPY = 'I am so happy that you came!';

test('tags of both models have a worker each, fetch only what they chose, and the next visit fetches nothing', async ({
  page,
  embed,
}) => {
  const server = await embed('<emotion-tag id="one"></emotion-tag><emotion-tag id="two" model="research"></emotion-tag>');
  const weights = (): string[] => server.log.filter((line) => line.includes('weights.bin'));
  const [one, two] = [new TagHarness(page, '#one'), new TagHarness(page, '#two')];
  const open = await one.read(HAPPY);
  expect(weights()).toEqual(['/model/onnx/weights.bin.gzip 200']);
  const research = await two.read(HAPPY);
  expect(weights()).toEqual(['/model/onnx/weights.bin.gzip 200', '/model-research/onnx/weights.bin.gzip 200']);
  expect([research.label, open.label]).toEqual(['joy', 'joy']);
  expect(open.scores).not.toEqual(research.scores);
  await expect.poll(() => page.workers()).toHaveLength(2);
  await expect.poll(() => keptModels(page)).toBe(2);

  // A tag that changes its mind goes over to the worker that is there.
  await page.locator('#one').evaluate((tag) => {
    tag.setAttribute('model', 'research');
  });
  await expect
    .poll(() => page.locator('#one').evaluate((tag) => (tag as HTMLElementTagNameMap['emotion-tag']).scores))
    .toEqual(research.scores);
  await expect.poll(() => page.workers()).toHaveLength(2);

  await two.locator.evaluate((tag) => {
    tag.setAttribute('model', 'opne');
  });
  const { code, message } = await two.fail(`${HAPPY}!`);
  expect(code).toBe('model-missing');
  expect(message).toContain('Choose one of: open, research.');

  const asked = server.log.length;
  await page.reload();
  await two.locator.evaluate((tag) => {
    tag.setAttribute('model', 'research');
  });
  expect((await two.read(HAPPY)).scores).toEqual(research.scores);
  expect((await one.read(HAPPY)).scores).toEqual(open.scores);
  expect(server.log.slice(asked).filter((line) => line.startsWith('/model'))).toEqual([]);
  expect(await keptModels(page)).toBe(2);
});

// fault: build | the site lacks one of the two models | 404 for its folder | `model-missing` with its address, for whoever chose it; Joy from the other | the other
test('where a host lacks one of the models, whoever chose it is told, and the other reads', LONG, async ({ page, embed }) => {
  await embed('<emotion-tag id="one"></emotion-tag><emotion-tag id="two" model="research"></emotion-tag>', {
    script: (path, response) => {
      if (path.startsWith('/model-research/')) response.writeHead(404).end();
      return path.startsWith('/model-research/');
    },
  });
  const { code, message } = await new TagHarness(page, '#two').fail(HAPPY);
  expect(code).toBe('model-missing');
  expect(message).toContain('/model-research/');
  expect((await new TagHarness(page, '#one').read(HAPPY)).label).toBe('joy');
  await expect.poll(() => keptModels(page)).toBe(1);
});

test('the Model page lists both, and lets one choose and delete one', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#model`);
  const choice = page.locator('model-choice');
  const row = (name: string) => choice.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(choice.getByRole('columnheader', { name: 'open (in use)' })).toBeVisible();
  await expect(row('Terms')).toContainText('for research and education only');
  await expect(row('Terms')).toContainText('may be used by anybody');
  await expect(row('Download')).toContainText('4.2 MB');
  await expect(page.locator('#terms')).toBeHidden();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(row('Kept here').getByRole('cell')).toHaveText(['4.2 MB', 'nothing']);

  await choice.getByRole('button', { name: 'Use research' }).click();
  await expect(choice.getByRole('columnheader', { name: 'research (in use)' })).toBeVisible();
  await expect(page.locator('#terms')).toHaveText('The model is for research and education.');
  await page.getByRole('link', { name: 'Write', exact: true }).click();
  await page.getByLabel('Your text').fill('I am so happy!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  await expect(row('Kept here').getByRole('cell')).toHaveText(['4.2 MB', '4.2 MB']);
  expect(server.log.filter((line) => line.includes('weights.bin'))).toEqual([
    '/model/onnx/weights.bin.gzip 200',
    '/model-research/onnx/weights.bin.gzip 200',
  ]);
  const asked: string[] = [];
  const press = async (answer: 'accept' | 'dismiss'): Promise<void> => {
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog[answer]();
    });
    await choice.getByRole('button', { name: 'Delete open' }).click();
  };
  await press('dismiss');
  await expect.poll(() => asked).toEqual(['Delete “open” from this device? When it next reads, it is downloaded again (4.2 MB).']);
  await expect(row('Kept here').getByRole('cell')).toHaveText(['4.2 MB', '4.2 MB']);
  await press('accept');
  await expect(row('Kept here').getByRole('cell')).toHaveText(['nothing', '4.2 MB']);
  await expect(page.locator('kept-model [role=status]')).toHaveText(/^Kept on this device/);
});
