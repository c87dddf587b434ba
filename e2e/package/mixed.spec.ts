/** Files of two versions on one site, as a deployment leaves them that was done by halves: one message that says which, and what to do. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { LONG } from '../../testbed/long';
import type { Script } from '../../testbed/server';
import { expect, TagHarness, test } from '../../testbed/setup';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const OLD = '0.0.9';

/** The worker's script as an older version of the package had it. */
const olderWorker: Script = async (path, response) => {
  if (!/\/assets\/main-[^/]*\.js$/.test(path)) return false;
  const script = (await readFile(`dist${path}`, 'utf8')).replaceAll(version, OLD);
  response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
  return true;
};

/** The model's folder of an edition whose files were not packed yet, or whose weights were others. */
const olderModel =
  (how: 'other names' | 'other bytes'): Script =>
  async (path, response) => {
    if (!path.startsWith('/model/')) return false;
    if (how === 'other names' && path.endsWith('.gzip')) response.writeHead(404).end();
    else if (how === 'other bytes' && path.includes('weights'))
      response.writeHead(200).end((await readFile(`dist${path}`)).fill(1, 500));
    else return false;
    return true;
  };

const CASES = [
  { what: 'worker', script: olderWorker, code: 'assets-missing', says: `is of version ${OLD}, and the page’s of ${version}.` },
  {
    what: 'model folder with files of other names',
    script: olderModel('other names'),
    code: 'model-missing',
    says: 'the server answers 404',
  },
  {
    what: 'model folder with other weights',
    script: olderModel('other bytes'),
    code: 'model-corrupt',
    says: 'one version together',
  },
];

for (const { what, script, code, says } of CASES)
  // fault: updates | the {what} is of an older version than the element’s script | a server | one message: which file, and that the files are to be copied again | nothing wrong
  test(`a ${what} of another version is told once, with its address and what to do`, LONG, async ({ page, embed }) => {
    const notes: string[] = [];
    page.on('console', (message) => ['warning', 'error'].includes(message.type()) && notes.push(message.text()));
    const { log } = await embed('<emotion-tag device="wasm"></emotion-tag>', { script });
    const failure = await new TagHarness(page).fail('I am so happy!');
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(says);
    expect(failure.message).toMatch(/http:\/\/127.0.0.1:\d+\/\S+\.(js|gzip)/);
    expect(failure.message).toContain('npx emotion-tag copy public/');
    await expect
      .poll(() => notes.filter((note) => note.startsWith('<emotion-tag>')))
      .toEqual([`<emotion-tag>: ${failure.message}`]);
    expect(log.filter((line) => line.includes('/assets/main-'))).toHaveLength(1);
  });
