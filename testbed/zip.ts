/** ZIP files for tests. */
const packedOf = async (content: Blob): Promise<Blob> =>
  new Response(content.stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();

/** Numbers of two or four bytes, the least first. */
function bytes(...numbers: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256)),
  );
}

/** A ZIP file, as short as may be. */
export async function zip(files: Readonly<Record<string, BlobPart>>): Promise<Blob> {
  const locals: Blob[] = [];
  const directory: Blob[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const whole = new Blob([content]);
    const packed = await packedOf(whole);
    const facts = bytes([20, 2], [0, 2], [8, 2], [0, 4], [0, 4], [packed.size, 4], [whole.size, 4], [name.length, 2], [0, 2]);
    const local = new Blob(['PK\x03\x04', facts, name, packed]);
    directory.push(new Blob(['PK\x01\x02', bytes([20, 2]), facts, bytes([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name]));
    locals.push(local);
    offset += local.size;
  }
  const length = new Blob(directory).size;
  const count = directory.length;
  const end = bytes([0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2]);
  return new Blob([...locals, ...directory, 'PK\x05\x06', end]);
}
