import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { EmotionTag } from '../../src/index';
import { readingFor } from '../../src/testing/answers';
import { LONG, longUnless } from '../../testbed/long';
import { expect, test } from '../../testbed/fake-page';

const EMOTIONS = ['sadness', 'joy', 'love', 'anger', 'fear', 'surprise'];
const STORIES: Record<string, string> = {
  badges: [...EMOTIONS, 'The meeting is at three.', 'two at once', 'kein Englisch']
    .map((text) => `<p><emotion-tag>${text}</emotion-tag></p>`)
    .join(''),
  bars: '<p><emotion-tag view="bars">so much joy</emotion-tag></p>',
  highlight: `<p><emotion-tag view="highlight">${EMOTIONS.map((emotion) => `A sentence of ${emotion}.`).join(' ')}</emotion-tag></p>`,
  explained: '<p><emotion-tag explain>so much joy</emotion-tag></p>',
  field: '<label>Text <textarea id="t">so much joy</textarea></label><emotion-tag for="t"></emotion-tag>',
};

/** What the stories' texts are answered with, beside the emotions that they name. */
const answers = {
  'two at once': { ...readingFor('joy', 0.5), mixed: 'love' },
  'kein Englisch': 'unsupported-language',
} as const;

/** In both schemes and with forced colours: nothing found, and no contrast that could not be told. */
async function expectClean(page: Page): Promise<void> {
  for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    // A colour in the middle of a transition has no contrast of its own.
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...media });
    const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }); // WCAG 2.2; off by default
    const { violations, incomplete } = await axe.analyze();
    expect(violations).toEqual([]);
    expect(incomplete.filter(({ id }) => id === 'color-contrast')).toEqual([]);
  }
}

for (const [name, body] of Object.entries(STORIES)) {
  test(
    `axe finds nothing in ${name}, in both schemes and with forced colours`,
    longUnless(name === 'explained'),
    async ({ page, story }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await story(body, { engine: { answers } });
      await expect(page.locator('emotion-tag [part=label]').first()).toBeVisible();
      const why = page.getByRole('button', { name: 'Why?' });
      if ((await why.count()) > 0) await why.click();
      await expectClean(page);
    },
  );
}

test('axe finds nothing while a tag offers, loads and has failed', LONG, async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await story('<p><emotion-tag load="click">joy</emotion-tag></p>', { engine: { availability: 'downloadable' } });
  await expect(page.locator('emotion-tag:state(offered)')).toHaveCount(1);
  await expectClean(page);
  await page.evaluate(() => {
    engine.hold();
  });
  await page.getByRole('button').click();
  await page.waitForFunction(() => engine.users === 1);
  await page.evaluate(() => {
    engine.progress(0.4);
  });
  await expect(page.getByRole('progressbar', { name: 'Loading the emotion model' })).toBeVisible();
  await expectClean(page);
  await page.evaluate(async () => {
    const url = new URL('/testing.js', location.href).href;
    const { ClassifierError, useFakeEngine } = (await import(url)) as typeof import('../../src/testing/index');
    useFakeEngine({ answers: { fear: new ClassifierError('network', 'The line broke.') } });
    document.querySelector('emotion-tag')!.replaceWith(Object.assign(document.createElement('emotion-tag'), { text: 'fear' }));
  });
  await expect(page.locator('emotion-tag:state(failed)')).toHaveCount(1);
  await expectClean(page);
});

test('nothing moves when a label arrives', async ({ page, story }) => {
  await story('');
  await page.evaluate(
    (texts) => {
      engine.hold();
      for (const view of ['badge', 'bars', 'highlight'])
        for (const text of texts) {
          const p = document.createElement('p');
          const tag = Object.assign(document.createElement('emotion-tag'), { view, load: 'eager', textContent: text });
          p.append('Before ', tag, ' after.');
          document.querySelector('main')!.append(p);
        }
    },
    [...EMOTIONS.slice(0, 3), 'unsure', 'Anger here. And surprise!'],
  );
  await expect(page.locator('emotion-tag:state(loading)')).toHaveCount(15);
  const places = (): Promise<string> =>
    page.evaluate(() =>
      JSON.stringify(
        Array.from(document.querySelectorAll('p'), ({ lastChild }) => {
          const range = new Range();
          range.selectNode(lastChild!);
          const { x, y } = range.getBoundingClientRect();
          return [Math.round(x), Math.round(y)];
        }),
      ),
    );
  const before = await places();
  await page.evaluate(() => {
    engine.release();
  });
  await expect(page.locator('emotion-tag:is(:state(read), :state(unsure))')).toHaveCount(15);
  expect(await places()).toBe(before);
});

test('a thousand tags have one announcer at most, and say nothing that nobody asked for', async ({ page, story }) => {
  await story(Array.from({ length: 30 }, () => '<p><emotion-tag>joy</emotion-tag></p>').join(''));
  await expect(page.locator('emotion-tag [part=label]').first()).toBeVisible();
  await expect(page.locator('[role=status]')).toHaveCount(0);
});

test.describe('languages', () => {
  for (const [lang, word] of Object.entries({ de: 'Freude', es: 'Alegría', fr: 'Joie', pt: 'Alegria', ar: 'فرح', ja: '喜び' })) {
    test(`speaks ${lang}, by the nearest lang`, longUnless(lang === 'ar'), async ({ page, story }) => {
      const server = await story(
        `<p lang="${lang}-x-test"><emotion-tag>joy</emotion-tag></p><p><emotion-tag>joy</emotion-tag></p>`,
      );
      await expect(page.locator('emotion-tag [part=label]')).toHaveText([word, 'Joy']);
      expect(server.log.filter((line) => /\/assets\/(ar|de|es|fr|ja|pt)-/.test(line))).toHaveLength(1);
    });
  }

  test('follows a change of language, writes numbers its way, and right to left', async ({ page, story }) => {
    await story('<emotion-tag view="bars">joy</emotion-tag>', { root: 'lang="de"' });
    await expect(page.getByRole('meter', { name: 'Freude' })).toHaveAttribute('aria-valuetext', '90\u00a0%');
    await page.evaluate(() => {
      document.documentElement.lang = 'ar';
    });
    const joy = page.getByRole('meter', { name: 'فرح' });
    await expect(joy).toBeVisible();
    const [fill, track] = [await joy.locator('[part=fill]').boundingBox(), await joy.boundingBox()];
    expect(Math.round(fill!.x + fill!.width)).toBe(Math.round(track!.x + track!.width));
    expect(await page.locator('emotion-tag').evaluate((tag: EmotionTag) => getComputedStyle(tag).direction)).toBe('ltr');
  });

  test('a badge stands beside its text, whichever way its own words run', async ({ page, story }) => {
    for (const [direction, tag, side] of [
      ['ltr', 'ar', 'left'],
      ['ltr', 'en', 'left'],
      ['rtl', 'ar', 'right'],
      ['rtl', 'en', 'right'],
    ] as const) {
      await story(`<p dir="${direction}"><emotion-tag lang="${tag}">joy</emotion-tag></p>`);
      await expect(page.locator('[part=label]')).toBeVisible();
      const edge = (part: string): Promise<number> =>
        page.locator(part).evaluate((node, side) => Math.round(node.getBoundingClientRect()[side]), side);
      expect(await edge('emotion-tag [part=badge]'), `${tag} in ${direction}`).toBe(await edge('emotion-tag .box'));
    }
  });

  test('a language it does not speak, and one that is none, get English', async ({ page, story }) => {
    await story('<p lang="tlh"><emotion-tag>joy</emotion-tag></p><p lang="__proto__"><emotion-tag>joy</emotion-tag></p>');
    await expect(page.locator('emotion-tag [part=label]')).toHaveText(['Joy', 'Joy']);
  });
});
