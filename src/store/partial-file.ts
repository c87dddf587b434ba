import { find, forget, keyOf, put } from './kept-files';
import type { ModelFile } from '../shared/manifest';

/** Bytes of one piece. A download that breaks off loses less than this, and there are 32 of them in 4 MB of weights. */
export const PIECE_BYTES = 128 * 1024;

/**
 * The beginning of a file, kept piece by piece while it downloads, so that a reload or a killed worker loses little. A piece has a
 * key of its own: no reader of finished files can mistake it for one.
 */
export class Partial {
  #file: ModelFile;
  #pieces = 0;
  #isKeeping = true;
  /** Writes happen one after the other, and nobody but `settled` waits for them. */
  #writes: Promise<void> = Promise.resolve();

  constructor(file: ModelFile) {
    this.#file = file;
  }

  /** Fill in what is kept. Resolves with the number of bytes, and with the `ETag` or date under which the server gave them. */
  async restore(into: Uint8Array<ArrayBuffer>): Promise<{ length: number; validator: string | null }> {
    let validator: string | null = null;
    for (;;) {
      const start = this.#pieces * PIECE_BYTES;
      if (start + PIECE_BYTES > into.length) break;
      const piece = await find(this.#key(this.#pieces));
      if (piece?.bytes.length !== PIECE_BYTES) break;
      const given = piece.headers.get('x-validator');
      if (this.#pieces > 0 && given !== validator) break; // the rest of an older answer
      validator = given;
      into.set(piece.bytes, start);
      this.#pieces++;
    }
    return { length: this.#pieces * PIECE_BYTES, validator };
  }

  /** Keep the whole pieces among the first `length` bytes. */
  save(bytes: Uint8Array<ArrayBuffer>, length: number, validator: string | null): void {
    while (this.#isKeeping && (this.#pieces + 1) * PIECE_BYTES <= length) {
      const index = this.#pieces++;
      this.#writes = this.#writes.then(async () => {
        if (!this.#isKeeping) return;
        const piece = bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
        this.#isKeeping = await put(this.#key(index), piece, validator === null ? {} : { 'x-validator': validator });
      });
    }
  }

  /** Forget the pieces: the file is kept whole, or the server begins again. */
  async clear(): Promise<void> {
    await this.settled();
    this.#pieces = 0;
    await forget(Array.from({ length: Math.ceil(this.#file.bytes / PIECE_BYTES) }, (_, index) => this.#key(index)));
  }

  /** Resolves once all that was saved is on disk. */
  settled(): Promise<void> {
    return this.#writes;
  }

  #key(index: number): string {
    return keyOf('partial', this.#file.sha256, String(index));
  }
}
