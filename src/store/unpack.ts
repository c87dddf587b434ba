import { runName, type ModelFile } from '../shared/manifest';
import { sha256, type ModelBytes } from './model-files';
import { wrongFile } from './request';

/**
 * Verified files as they are run, by the name under which they are run. What comes out is verified too, and never holds more memory than
 * the manifest says, whatever the packed bytes unfold to.
 * @throws {ClassifierError} `model-corrupt` if a file unpacks to something else
 */
export async function unpackFiles(files: readonly ModelFile[], packed: ModelBytes): Promise<ModelBytes> {
  const tasks = files.map(async (file) => {
    const bytes = packed.get(file.path) ?? new Uint8Array();
    return [runName(file), file.raw ? await unpack(bytes, file.path, file.raw) : bytes] as const;
  });
  return new Map(await Promise.all(tasks));
}

async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
  raw: NonNullable<ModelFile['raw']>,
): Promise<Uint8Array<ArrayBuffer>> {
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
  if ((await sha256(whole)) !== raw.sha256) throw wrongFile(path, 'the SHA-256 of what it unpacks to differs');
  return whole;
}
