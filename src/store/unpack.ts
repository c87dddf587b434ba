import { runName, type ModelFile } from '../shared/manifest';
import type { ModelBytes } from './model-files';
import { wrongFile } from './request';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the packed bytes of files unfold to, begun before anybody knows whether they are right. */
const begun = new WeakMap<Bytes, Promise<Bytes>>();

/** Begin to unpack a file while its hash is computed. Nobody gets to see the result but `unpackFiles`, once the bytes are verified. */
export function beginUnpacking({ path, raw }: ModelFile, bytes: Bytes): void {
  if (!raw) return;
  const unpacked = unpack(bytes, path, raw);
  unpacked.catch(() => undefined); // told to whoever asks for it
  begun.set(bytes, unpacked);
}

/**
 * Verified files as they are run, by the name under which they are run. What comes out follows from what was verified, and never holds more
 * memory than the manifest says, whatever the packed bytes unfold to.
 * @throws {ClassifierError} `model-corrupt` if a file cannot be unpacked, or to another length
 */
export async function unpackFiles(files: readonly ModelFile[], packed: ModelBytes): Promise<ModelBytes> {
  const tasks = files.map(async (file) => {
    const bytes = packed.get(file.path) ?? new Uint8Array();
    return [runName(file), file.raw ? await (begun.get(bytes) ?? unpack(bytes, file.path, file.raw)) : bytes] as const;
  });
  return new Map(await Promise.all(tasks));
}

async function unpack(bytes: Bytes, path: string, raw: NonNullable<ModelFile['raw']>): Promise<Bytes> {
  const whole = new Uint8Array(raw.bytes);
  let length = 0;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    for (const reader = stream.getReader(); ;) {
      const { value, done } = await reader.read();
      if (done) break;
      if (length + value.length > raw.bytes) {
        await reader.cancel();
        throw new RangeError(`it unpacks to more than ${String(raw.bytes)} bytes`);
      }
      whole.set(value, length);
      length += value.length;
    }
  } catch (cause) {
    throw wrongFile(path, cause instanceof RangeError ? cause.message : 'it cannot be unpacked', cause);
  }
  if (length !== raw.bytes) throw wrongFile(path, `it unpacks to ${String(length)} bytes, not ${String(raw.bytes)}`);
  return whole;
}
