import { afterEach, expect, test, vi } from 'vitest';
import { blameFiles, checkScript } from './runtime-files';

const pair = { mjs: 'https://site.example/ort.mjs', wasm: 'https://site.example/ort.wasm' };
const urls = { plain: pair, jspi: pair };

/** Answers every request so, and counts them. */
function serve(body: string, type = 'text/javascript', status = 200): { readonly asked: (string | undefined)[] } {
  const asked: (string | undefined)[] = [];
  vi.stubEnv('DEV', false);
  vi.stubGlobal('fetch', (_: string, { cache }: RequestInit) => {
    asked.push(cache);
    return Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }));
  });
  return { asked };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a script of other bytes is asked for once more and then run, as a development server sends it', async () => {
  const { asked } = serve('export default 1; //# sourceMappingURL=data:…');
  await expect(checkScript('wasm', urls)).resolves.toBeUndefined();
  expect(asked).toEqual(['default', 'reload']);
});

test('where nothing runs, other bytes are to blame', async () => {
  serve('export default 1;');
  await expect(blameFiles('wasm', urls)).rejects.toThrow(/ort\.mjs is not the one this page was built with/);
});

test('a script that is not there, or is a web page, is not run', async () => {
  serve('', 'text/plain', 404);
  await expect(checkScript('wasm', urls)).rejects.toThrow('ort.mjs is not there: the server answers 404');
  serve('<!doctype html>', 'text/html');
  await expect(checkScript('wasm', urls)).rejects.toThrow('the server answers with a web page in its place');
});
