/** Whatever a server answers, it is asked a bounded number of times. */
import { gzipSync } from 'node:zlib';
import { EngineHarness } from '../../testbed/engine';
import { LONG, longUnless } from '../../testbed/long';
import { expect, modelRequests, TagHarness, test } from '../../testbed/setup';
import { breakable, HASTY, keptPieces, status, weights, WeightsHost, type Answer } from '../../testbed/weights';

const TAG = '<emotion-tag></emotion-tag>';
const HAPPY = 'I am so happy!';

/** Another part than the one that was asked for. */
const elsewhere: Answer = (response) => {
  response.writeHead(206, { 'content-range': `bytes 7-${String(weights.length - 1)}/${String(weights.length)}` });
  response.end(weights.subarray(7));
  return 0;
};

test.describe('a server is not asked for ever', () => {
  for (const [name, answer] of [
    ['416', status(416)],
    ['206 from another place', elsewhere],
  ] as const) {
    // fault: network | the host answers {name} to everything | a server | `network`, after at most four requests a file | nothing
    test(`that answers ${name} to everything`, async ({ page, embed }) => {
      const server = await embed(TAG, {
        beforeWorker: () => HASTY,
        script: (path, response, request) => path.startsWith('/model/') && answer(response, request) >= 0,
      });
      expect((await new TagHarness(page).fail(HAPPY)).code).toBe('network');
      expect(modelRequests(server).length).toBeLessThanOrEqual(5 * 4);
    });

    // fault: network | a proxy answers {name} to each `Range` | a broken connection first | Joy | the whole file, by one request without `Range`
    test(`that answers ${name} to each range, and the file comes whole`, longUnless(name === '416'), async ({ page, embed }) => {
      const begun = breakable(0.3);
      const host = new WeightsHost(begun.answer, answer);
      await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
      const reading = new TagHarness(page).read(HAPPY);
      await expect.poll(() => keptPieces(page)).toBeGreaterThan(0);
      begun.breakOff();
      expect((await reading).label).toBe('joy');
      expect(host.requests).toEqual([undefined, expect.stringMatching(/^bytes=/), undefined]);
    });
  }

  // fault: network | a proxy cuts ranges out of the compressed bytes (`Content-Encoding` with `Content-Range`) | gzip of the weights, sent in halves | Joy | the whole file
  test('that gives parts of the compressed file, and the file comes whole', LONG, async ({ page, embed }) => {
    const packed = gzipSync(weights);
    const headers = { 'content-encoding': 'gzip', etag: '"packed"' };
    const half = Math.floor(packed.length / 2);
    const rest: Answer = (response) => {
      const range = `bytes ${String(half)}-${String(packed.length - 1)}/${String(packed.length)}`;
      response.writeHead(206, { ...headers, 'content-range': range }).end(packed.subarray(half));
      return 0;
    };
    const { answer, breakOff } = breakable(0.5, packed, headers);
    const host = new WeightsHost(answer, rest, rest, rest);
    await embed(TAG, { script: host.script, beforeWorker: () => HASTY });
    const reading = new TagHarness(page).read(HAPPY);
    await expect.poll(() => keptPieces(page)).toBeGreaterThan(0);
    breakOff();
    expect((await reading).label).toBe('joy');
    expect(host.requests.at(-1)).toBeUndefined(); // how often a part is tried depends on when the browser finds that it cannot unpack it
    expect(host.requests.length).toBeLessThanOrEqual(5);
  });
});

test('diagnostics tell how many requests a start made for the model', async ({ page, embed }) => {
  const host = new WeightsHost(status(503), status(503));
  const server = await embed('', { script: host.script, beforeWorker: () => HASTY });
  const engine = new EngineHarness(page);
  expect(await engine.create({ device: 'wasm' })).toBe('created');
  expect((await engine.diagnostics()).requests).toBe(5 + 2);
  expect(modelRequests(server)).toHaveLength(5 + 2);
});
