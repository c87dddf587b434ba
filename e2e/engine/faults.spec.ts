import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineHarness } from '../../testbed/engine';
import { LONG, longUnless } from '../../testbed/long';
import type { Script } from '../../testbed/server';
import { expect, modelRequests, TagHarness, test } from '../../testbed/setup';
import { keptKeys } from '../../testbed/weights';

const answerFor =
  (file: string, status: number, body: string | Buffer): Script =>
  (path, response) => {
    if (path !== `/model/${file}`) return false;
    response.writeHead(status, { 'content-length': body.length }).end(body);
    return true;
  };

// fault: build | the host lacks a file of the model | 404 | "No emotion model here", and the file’s address | nothing
test('a missing model file is named', async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>', { script: answerFor('onnx/weights.bin.gzip', 404, 'no') });
  const tag = new TagHarness(page);
  const error = await tag.fail('I am so happy!');
  expect(error.code).toBe('model-missing');
  expect(error.message).toContain('/model/onnx/weights.bin.gzip');
  await expect(tag.badge).toHaveText('No emotion model here');
});

// fault: build | the page was built without a model | `EMOTION_MODEL` names no folder | a sentence that names the manifest; `availability()` says `unavailable` | nothing
test('a page built without a model names what is missing', LONG, async ({ page, embed }) => {
  const folder = mkdtempSync(join(tmpdir(), 'emotion-tag-'));
  execFileSync('npx', ['vite', 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    env: { ...process.env, EMOTION_MODEL: 'no/such/folder' },
  });
  await embed('<emotion-tag></emotion-tag>', { folder });
  const error = await new TagHarness(page).fail('I am so happy!');
  expect(error.code).toBe('model-missing');
  expect(error.message).toContain('public/model/manifest.json');
  expect(await new EngineHarness(page).availability()).toBe('unavailable');
  rmSync(folder, { recursive: true });
});

// fault: network | a graph with one bit changed | the right length, another hash | "does not match this page: reload it"; the author’s text stays | the four right files; Joy once the host is well
test('bytes that are not the model are refused and not kept', LONG, async ({ page, embed }) => {
  let isBroken = true;
  const graph = readFileSync('dist/model/onnx/wasm.onnx.gzip');
  graph[1000] = graph[1000]! ^ 1; // the right length: only the hash can tell
  const server = await embed('<emotion-tag>still my text</emotion-tag>', {
    script: (path, response) => {
      if (!isBroken || path !== '/model/onnx/wasm.onnx.gzip') return false;
      response.writeHead(200).end(graph);
      return true;
    },
  });
  const tag = new TagHarness(page);
  await expect(tag.badge).toHaveText('The emotion model does not match this page: reload it');
  await expect(tag.badge).toHaveAttribute('title', /onnx\/wasm\.onnx.*SHA-256/);
  await expect(tag.locator).toContainText('still my text');
  const keptFiles = (await keptKeys(page)).filter((key) => !key.startsWith('claim/'));
  expect(keptFiles).toHaveLength(4);

  isBroken = false;
  expect((await tag.read('I am so happy!')).label).toBe('joy');
  expect(modelRequests(server).filter((line) => line.includes('weights.bin'))).toHaveLength(1);
});

for (const file of ['tokenizer.json.gzip', 'config.json', 'onnx/wasm.onnx.gzip', 'onnx/weights.bin.gzip']) {
  // fault: network | a captive portal answers for the model’s {file} | HTML with 200 | `model-corrupt`, with the file’s name; Joy once the network is well | nothing of it
  test(`a web page in the place of ${file} is refused`, longUnless(file === 'tokenizer.json.gzip'), async ({ page, embed }) => {
    let isPortal = true;
    const portal = answerFor(file, 200, '<!doctype html><title>Not found</title>');
    const server = await embed('<emotion-tag></emotion-tag>', { script: (...asked) => isPortal && portal(...asked) });
    const tag = new TagHarness(page);
    const error = await tag.fail('I am so happy!');
    expect(error.code).toBe('model-corrupt');
    expect(error.message).toContain(file.replace('.gzip', ''));
    expect(modelRequests(server).filter((line) => line.startsWith(`/model/${file} `))).toHaveLength(1);
    isPortal = false;
    expect((await tag.read('I am so happy!!')).label).toBe('joy');
  });
}

// fault: network | a server error for each try | 503 | `network`; the next text tries again: Joy | what came
test('a server error is told and the next text tries again', async ({ page, embed }) => {
  let isDown = true;
  await embed('<emotion-tag></emotion-tag>', {
    script: (path, response) => {
      if (!isDown || path !== '/model/config.json') return false;
      response.writeHead(503).end();
      return true;
    },
  });
  const tag = new TagHarness(page);
  expect((await tag.fail('I am so happy!')).code).toBe('network');
  isDown = false;
  expect((await tag.read('I am so happy!!')).label).toBe('joy');
});

// fault: network | the connection breaks at each try | a socket closed at 100 kB | `network` | what came
test('a connection that breaks is told', LONG, async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>', {
    script: (path, response) => {
      if (path !== '/model/onnx/weights.bin.gzip') return false;
      response.writeHead(200, { 'content-length': statSync('dist/model/onnx/weights.bin.gzip').size });
      response.write(Buffer.alloc(100_000), () => response.destroy());
      return true;
    },
  });
  expect((await new TagHarness(page).fail('I am so happy!')).code).toBe('network');
});

// fault: storage | storage is denied | `caches.open` rejects | Joy, then Fear, from one download | nothing
test('without storage the model works from memory', async ({ page, embed }) => {
  const server = await embed('<emotion-tag></emotion-tag>', {
    beforeWorker: () => 'caches.open = () => Promise.reject(new DOMException("denied", "SecurityError"));',
  });
  const tag = new TagHarness(page);
  expect((await tag.read('I am so happy!')).label).toBe('joy');
  expect((await tag.read('I am scared to death.')).label).toBe('fear');
  expect(new Set(modelRequests(server)).size).toBe(5);
  expect(modelRequests(server)).toHaveLength(5);
});

// fault: worker | the worker’s script throws each time | code before it | `runtime`, after three workers | nothing
test('a worker that crashes every time ends in an error, not in a loop', async ({ page, embed }) => {
  const workers: unknown[] = [];
  page.on('worker', (worker) => workers.push(worker));
  await embed('<emotion-tag></emotion-tag>', { beforeWorker: () => 'throw new Error("no luck");' });
  const error = await new TagHarness(page).fail('I am so happy!');
  expect(error).toMatchObject({ code: 'runtime' });
  expect(error.message).toContain('no luck');
  expect(workers).toHaveLength(3);
});
