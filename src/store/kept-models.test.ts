import { beforeEach, expect, test, vi } from 'vitest';
import { allKeys, forget } from './kept-files';
import { commit, versionOf } from './kept-models';
import type { Manifest } from '../shared/manifest';
import { isAnotherVersionInUse } from './turns';

vi.mock('./kept-files', async (original) => ({ ...(await original<object>()), allKeys: vi.fn(), forget: vi.fn(), put: vi.fn() }));
vi.mock('./turns', () => ({ isAnotherVersionInUse: vi.fn() }));

const manifest = { files: [{ path: 'weights.bin', bytes: 3, sha256: 'a'.repeat(64) }] } as unknown as Manifest;
const own = [`https://emotion-tag.invalid/manifest/${await versionOf(manifest)}`, `https://emotion-tag.invalid/${'a'.repeat(64)}`];
const old = [`https://emotion-tag.invalid/manifest/0123456789abcdef`, `https://emotion-tag.invalid/${'b'.repeat(64)}`];

beforeEach(() => {
  vi.resetAllMocks();
});

test('a start that has nothing to forget asks nothing of other tabs', async () => {
  vi.mocked(allKeys).mockResolvedValue(own);
  await commit(manifest);
  expect(isAnotherVersionInUse).not.toHaveBeenCalled();
  expect(forget).not.toHaveBeenCalled();
});

test.each([
  ['goes once no tab runs another version', false, [[old]]],
  ['stays while a tab runs another version', true, []],
])('what is left of an older model %s', async (_, isInUse, forgotten) => {
  vi.mocked(allKeys).mockResolvedValue([...own, ...old]);
  vi.mocked(isAnotherVersionInUse).mockResolvedValue(isInUse);
  await commit(manifest);
  expect(vi.mocked(forget).mock.calls).toEqual(forgotten);
});
