import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { LONG } from '../../testbed/long';
import type { Server } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';
import { startWebKit } from '../../testbed/webdriver';

const onPath = (name: string): string | undefined => {
  const { stdout, status } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

const page =
  '<!doctype html><title>smoke</title><script type="module" src="/emotion-tag.js"></script><emotion-tag>I am so happy!</emotion-tag>';

/** Resolves with the label of the page's tag for a text, or of the text it has. */
const label = (text: string | null): string => `
  const tag = document.querySelector('emotion-tag');
  await customElements.whenDefined('emotion-tag');
  return new Promise((resolve, reject) => {
    tag.addEventListener('emotion-change', (event) => resolve(event.label), { once: true });
    tag.addEventListener('emotion-error', (event) => reject(event.error), { once: true });
    ${text === null ? 'if (tag.label) resolve(tag.label);' : `tag.text = ${JSON.stringify(text)};`}
  });`;

/** Loads, classifies, and classifies again with the server gone. */
async function smoke(run: (body: string) => Promise<unknown>, server: Server): Promise<void> {
  expect(await run(label(null))).toBe('joy');
  await server.close();
  expect(await run(label('I am scared to death.'))).toBe('fear');
}

function skipLoudly(isMissing: boolean, what: string): void {
  if (isMissing) console.warn(`NOT TESTED: ${what} is not installed here.`);
  test.skip(isMissing, `${what} is not installed`);
}

test('Firefox, over WebDriver BiDi', LONG, async ({ serve }) => {
  const firefox = process.env.FIREFOX ?? onPath('firefox-esr') ?? onPath('firefox');
  skipLoudly(firefox === undefined, 'Firefox (firefox-esr)');
  const server = await serve({ pages: { '/smoke': page } });
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox ?? '', headless: true });
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/smoke`);
    await smoke((body) => tab.evaluate(`(async () => {${body}})()`), server);
    console.log(await browser.version());
  } finally {
    await browser.close();
  }
});

test('WebKitGTK, through its WebDriver', LONG, async ({ serve }) => {
  const driver = onPath('WebKitWebDriver');
  const browser = ['4.1', '4.0', '6.0']
    .map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
    .find(existsSync);
  skipLoudly(!driver || !browser || !onPath('xvfb-run'), 'WebKitGTK (webkit2gtk-driver, xvfb)');
  const server = await serve({ pages: { '/smoke': page } });
  const webkit = await startWebKit(driver ?? '', browser ?? '');
  try {
    await webkit.goto(`${server.url}/smoke`);
    await smoke((body) => webkit.run(`return (async () => {${body}})()`), server);
    console.log(await webkit.run('return navigator.userAgent'));
  } finally {
    await webkit.close();
  }
});
