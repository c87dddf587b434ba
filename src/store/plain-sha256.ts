/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const primes = Array.from({ length: 311 }, (_, i) => i + 2).filter(
  (n) => !Array.from({ length: n - 2 }, (_, i) => i + 2).some((d) => n % d === 0),
);
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const ROUNDS = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** SHA-256 without `crypto.subtle`, which a worker in a sandboxed frame does not have. Some 20 ms a megabyte. */
export function plainSha256(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const end = new Uint8Array(blocks * 64 - Math.floor(bytes.length / 64) * 64);
  end.set(bytes.subarray(bytes.length - (bytes.length % 64)));
  end[bytes.length % 64] = 0x80;
  const tail = new DataView(end.buffer);
  tail.setBigUint64(end.length - 8, BigInt(bytes.length) * 8n);
  const body = new DataView(bytes.buffer, bytes.byteOffset, bytes.length - (bytes.length % 64));

  const hash = START.slice();
  const words = new Int32Array(64);
  for (const part of [body, tail])
    for (let at = 0; at < part.byteLength; at += 64) {
      for (let i = 0; i < 16; i++) words[i] = part.getInt32(at + 4 * i);
      for (let i = 16; i < 64; i++) {
        const [a = 0, b = 0, c = 0, d = 0] = [words[i - 15], words[i - 2], words[i - 16], words[i - 7]];
        words[i] = c + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + d + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10));
      }
      round(hash, words);
    }
  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((word, i) => {
    digest.setInt32(4 * i, word);
  });
  return new Uint8Array(digest.buffer);
}

function round(hash: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const one =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (ROUNDS[i] ?? 0) + (words[i] ?? 0)) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = (hash[i] ?? 0) + word;
  });
}
