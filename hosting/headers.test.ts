import { expect, test } from 'vitest';
import { apache, headersFile, nginx } from './formats';
import { headersFor, META_POLICY, RULES } from './headers';

/** `_headers` as its hosts read it: rules without indentation, headers below them, values of one name joined. */
function parse(file: string): (path: string) => Record<string, string> {
  const rules = file.split(/\n(?=\/)/).map((block) => {
    const [path = '', ...lines] = block.trim().split('\n');
    return { path, headers: lines.map((line) => line.trim().split(/: (.*)/) as [string, string]) };
  });
  return (asked) => {
    const all = new Map<string, string[]>();
    for (const { path, headers } of rules) {
      if (path.endsWith('*') ? !asked.startsWith(path.slice(0, -1)) : asked !== path) continue;
      for (const [name, value] of headers) all.set(name, [...(all.get(name) ?? []), value]);
    }
    return Object.fromEntries(Array.from(all, ([name, values]) => [name, values.join(', ')]));
  };
}

const PATHS = [
  '/',
  '/index.html',
  '/sw.js',
  '/engine.js',
  '/assets/main-abc.js',
  '/model/onnx/weights.bin',
  '/model/MODEL.md',
  '/model-research/onnx/weights.bin',
  '/model-research/MODEL.md',
  '/icon.svg',
];

test('_headers says of every path what is served', () => {
  const read = parse(headersFile());
  for (const path of PATHS) expect(read(path), path).toEqual(headersFor(path));
});

// `npx vitest run hosting -u` writes the files anew.
test('the file for nginx is made of the same rules', async () => {
  await expect(nginx()).toMatchFileSnapshot('./nginx.conf');
});

test('the file for Apache is made of the same rules', async () => {
  await expect(apache()).toMatchFileSnapshot('./apache.htaccess');
});

test('every host answers an unknown address with our own page', () => {
  expect(nginx()).toContain('error_page 404 /404.html;');
  expect(apache()).toContain('ErrorDocument 404 /404.html');
});

test('every path has a policy that allows nothing by default; Trusted Types are for the page alone', () => {
  for (const path of PATHS) expect(headersFor(path)['Content-Security-Policy']).toMatch(/^default-src 'none'; /);
  const trusting = PATHS.filter((path) => headersFor(path)['Content-Security-Policy']?.includes('trusted-types'));
  expect(trusting).toEqual(['/', '/index.html']);
});

test('what the page asks for itself is what is served, less what only a header can say', () => {
  const asked = META_POLICY.split('; ');
  const served = headersFor('/')['Content-Security-Policy']?.split(/[;,] /) ?? [];
  expect(served.filter((directive) => !asked.includes(directive))).toEqual(["frame-ancestors 'self'"]);
  expect(asked.filter((directive) => !served.includes(directive))).toEqual([]);
});

test('hashed files are kept for ever, and no path has two answers about keeping', () => {
  expect(headersFor('/assets/main-abc.js')['Cache-Control']).toBe('public, max-age=31536000, immutable');
  for (const { path } of RULES)
    expect(headersFor(path)['Cache-Control'] ?? '').toMatch(/^(no-cache|public, max-age=\d+, immutable|)$/);
});

test('the model card is text in its own letters, on every host', () => {
  const type = 'text/markdown; charset=utf-8';
  expect(headersFor('/model/MODEL.md')).toMatchObject({ 'Content-Type': type, 'Cache-Control': 'no-cache' });
  expect(nginx()).toContain(`"${type}" md;`);
  expect(apache()).toContain(`AddType "${type}" .md`);
});
