import { beforeEach, expect, test, vi } from 'vitest';
import type { Manifest, ModelFile } from '../shared/manifest';
import { EMOTIONS } from '../shared/emotions';
import { allKeys, keyOf, put } from './kept-files';
import { claim, commit, findOlder, isRefused, refuse } from './kept-models';
import { keep } from './model-files';
import { chooseModel } from './open-model';
import * as stored from './stored-model';
import { isOtherEditionInUse } from './turns';

vi.mock('./turns', async (original) => ({ ...(await original<object>()), isOtherEditionInUse: vi.fn() }));

/** The browser's cache, in memory. */
const kept = new Map<string, Response>();
vi.stubGlobal('caches', {
  open: () =>
    Promise.resolve({
      keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url))),
      match: (key: string) => Promise.resolve(kept.get(key)?.clone()),
      put: (key: string, response: Response) => Promise.resolve(kept.set(key, response)),
      delete: (key: string) => Promise.resolve(kept.delete(key)),
    }),
});

const hash = (letter: string): string => letter.repeat(64);
const file = (path: string, letter: string): ModelFile => ({ path, bytes: 3, sha256: hash(letter) });

/** A small model: a file that all have in common, and weights of its own. */
const model = (name: string | undefined, letter: string): Manifest =>
  ({
    ...(name !== undefined && { name }),
    files: [file('config.json', 'c'), file('onnx/weights.bin', letter)],
    labels: EMOTIONS,
    temperature: 1,
    threshold: 0.4,
    maxTokens: 128,
    golden: [],
  }) as Manifest;

const research = model('research', 'a');
const open = model('open', 'b');

const fetched = async ({ files }: Manifest): Promise<void> => {
  for (const one of files) await keep(one, new Uint8Array(3));
};
const started = async (manifest: Manifest): Promise<void> => {
  await fetched(manifest);
  await commit(manifest);
};
const isKept = (letter: string): boolean => kept.has(keyOf(hash(letter)));

beforeEach(() => {
  kept.clear();
  vi.mocked(isOtherEditionInUse).mockReset().mockResolvedValue(false);
});

test('two models on one origin keep each other, whichever starts, and share what they have in common', async () => {
  await started(research);
  await started(open);
  await commit(research);
  expect([isKept('a'), isKept('b'), isKept('c')]).toEqual([true, true, true]);
  expect(isOtherEditionInUse).not.toHaveBeenCalled(); // there was nothing to forget
});

test('a model that is proved while another looks whose the files are counts for itself', async () => {
  await started(open);
  await claim(research);
  await fetched(research);
  let isProved = false;
  const reads = vi.spyOn(kept, 'get').mockImplementation((key) => {
    const entry = Map.prototype.get.call(kept, key) as Response | undefined;
    if (isProved || !entry || !key.includes('/claim/')) return entry;
    isProved = true;
    // As `commit` leaves it: an entry in the claim's place.
    kept.set(key.replace('/claim/', '/manifest/'), entry.clone());
    kept.delete(key);
    return undefined;
  });
  expect(await stored.storedBytes(open)).toBe(JSON.stringify(open).length + 3);
  expect(isProved).toBe(true);
  reads.mockRestore();
});

test('an older edition of the same name is tidied once no tab runs it, and the other model stays', async () => {
  const edition = model('research', 'd');
  await started(research);
  await started(open);
  vi.mocked(isOtherEditionInUse).mockResolvedValue(true);
  await started(edition);
  expect([isKept('a'), isKept('b'), isKept('d')]).toEqual([true, true, true]);
  vi.mocked(isOtherEditionInUse).mockResolvedValue(false);
  await commit(edition);
  expect([isKept('a'), isKept('b'), isKept('d')]).toEqual([false, true, true]);
});

// fault: storage | an older model of the other name is kept | the manifest and files of one, started before the other | the model that was chosen, or an offer to download it; never the other’s manifest | both
test('only an older edition of the same name serves in place of a model', async () => {
  await started(research);
  expect(await findOlder(open, ['wasm'])).toBeUndefined();
  expect(await chooseModel(open, 'wasm')).toBe(open);
  expect(await stored.availability(open)).toBe('downloadable');
  const edition = model('research', 'd');
  expect(await findOlder(edition, ['wasm'])).toEqual(research);
  expect(await stored.updateBytes(edition)).toBe(3);
  expect(await stored.updateBytes(open)).toBeNull();
});

test('what the first edition kept, which gave no name, is an older edition of research and of nothing else', async () => {
  const first = model(undefined, 'e');
  await started(first);
  await started(open);
  expect(await findOlder(open, ['wasm'])).toBeUndefined();
  expect(await findOlder(research, ['wasm'])).toEqual(first);
  await started(research);
  expect([isKept('a'), isKept('b'), isKept('e')]).toEqual([true, true, false]);
});

test('a model that is on its way, or was never started, stays when another one starts', async () => {
  await claim(open);
  const piece = keyOf('partial', hash('b'), '0');
  await put(piece, 'abc');
  await started(research);
  expect(kept.has(piece)).toBe(true);
  await fetched(open);
  await commit(research);
  expect(isKept('b')).toBe(true);
});

test('what no model claims goes, and so does an entry that is not as it was written', async () => {
  await fetched(open);
  await put(keyOf('manifest', '0123456789abcdef'), JSON.stringify(open));
  await started(research);
  expect(isKept('b')).toBe(false);
  expect((await allKeys()).length).toBe(3);
});

test('a claim ends with the start of its model', async () => {
  await claim(research);
  await started(research);
  expect((await allKeys()).filter((key) => key.startsWith(keyOf('claim')))).toEqual([]);
  expect(isOtherEditionInUse).not.toHaveBeenCalled(); // which would cost a page its place in the back/forward cache
});

test('a model is removed with what it alone has, and weighed without what it shares', async () => {
  await started(research);
  await started(open);
  expect(await stored.storedBytes(research)).toBe(JSON.stringify(research).length + 3);
  await stored.remove(research);
  expect([isKept('a'), isKept('b'), isKept('c')]).toEqual([false, true, true]);
  expect(await stored.storedBytes(research)).toBe(0);
  expect((await stored.files(open)).every((each) => each.isKept)).toBe(true);
  await stored.remove(open);
  expect(await allKeys()).toEqual([]);
});

test('that one model is refused here says nothing of the other, and outlives its start', async () => {
  await started(research);
  const edition = model('research', 'd');
  await fetched(edition);
  await claim(edition);
  await refuse(edition);
  await started(open);
  expect(await isRefused(edition)).toBe(true);
  expect(await isRefused(open)).toBe(false);
  expect(await chooseModel(edition, 'wasm')).toEqual(research);
});
