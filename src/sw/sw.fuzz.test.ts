/** Whatever is shared with the app, and whatever is said to its service worker: it goes on. */
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { anyText, anyValue } from '../../testbed/fuzz/texts';
import { receiveShare, takeShares } from './share';

const SCOPE = 'https://site.example/app/';

const field = fc
  .tuple(
    fc.constantFrom('text', 'title', 'url', 'files', '__proto__', ''),
    fc.oneof(
      anyText(5),
      anyText(2).map((text) => new File([text], text)),
    ),
  )
  .map(([name, value]) => ({ name, value }));

const body = fc.oneof(
  fc.array(field, { maxLength: 6 }).map((fields) => {
    const form = new FormData();
    for (const { name, value } of fields) form.append(name, value);
    return { body: form };
  }),
  fc
    .tuple(
      anyText(6),
      fc.constantFrom(
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'application/x-www-form-urlencoded',
        'text/plain',
        '',
      ),
    )
    .map(([text, type]) => ({ body: text, headers: { 'content-type': type } })),
);

test('any post to the share target opens the page of the app, and what it held is text and files of a bounded size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 5 }), async (posts) => {
      for (const post of posts) {
        const request = new Request(`${SCOPE}share`, { method: 'POST', ...post });
        Object.defineProperty(request, 'destination', { value: 'document' });
        const answer = await receiveShare(request, SCOPE);
        expect(answer.status).toBe(303);
        expect([`${SCOPE}#write`, `${SCOPE}#files`]).toContain(answer.headers.get('location'));
      }
      const shares = takeShares();
      expect(shares.length).toBeLessThanOrEqual(3);
      for (const { text, files } of shares) {
        expect(text.length).toBeLessThanOrEqual(100_000);
        expect(files.every((file) => file instanceof File && file.size > 0)).toBe(true);
      }
      expect(takeShares()).toEqual([]);
    }),
  );
});

/** What a service worker is given, as far as its messages go. */
const heard = new Map<string, (event: object) => void>();
const held: Promise<unknown>[] = [];
vi.stubGlobal('self', {
  BUILT: { version: 'v', files: [] },
  registration: { scope: SCOPE },
  skipWaiting: () => Promise.resolve(),
  addEventListener: (type: string, listener: (event: object) => void) => heard.set(type, listener),
});
vi.stubGlobal('location', { href: `${SCOPE}sw.js` });
vi.stubGlobal('navigator', { locks: { request: () => Promise.resolve() } });
await import('./main');
afterAll(() => {
  vi.unstubAllGlobals();
});

test('no message stops the service worker, and none but ours is answered', async () => {
  const kind = fc.constantFrom<unknown>('shares', 'deny', 'tally', 'activate', '__proto__', 5, null);
  const message = fc.oneof(anyValue, fc.record({ kind, lock: anyValue }, { requiredKeys: [] }), kind);
  await fc.assert(
    fc.asyncProperty(message, fc.boolean(), async (data, hasPort) => {
      const answers: unknown[] = [];
      const port = { postMessage: (answer: unknown) => answers.push(answer) };
      heard.get('message')?.({ data, ports: hasPort ? [port] : [], waitUntil: (task: Promise<unknown>) => held.push(task) });
      await Promise.all(held.splice(0));
      const isOurs =
        typeof data === 'object' && data !== null && 'kind' in data && ['shares', 'deny', 'tally'].includes(data.kind as string);
      if (!isOurs) expect(answers).toEqual([]);
    }),
  );
});
