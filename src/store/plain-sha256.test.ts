import { expect, test } from 'vitest';
import { sha256 } from './model-files';
import { plainSha256 } from './plain-sha256';

test('hashes bytes of every length as the platform does, also a part of a buffer', async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i * 31);
  for (let length = 0; length < 200; length++) {
    const part = bytes.subarray(3, 3 + length);
    const digest = Array.from(plainSha256(part), (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(digest).toBe(await sha256(part));
  }
});
