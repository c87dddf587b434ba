/** What a graph takes and gives, whichever runtime runs it: rows of token ids side by side. */
type Rows = readonly (readonly number[])[];

/** The values and the shape (rows, longest) of a graph's two inputs. A mask of 0 hides what was added. */
export interface Padded {
  readonly ids: BigInt64Array;
  readonly mask: BigInt64Array;
  readonly shape: [number, number];
}

export function padded(rows: Rows): Padded {
  const longest = Math.max(...rows.map(({ length }) => length));
  const ids = new BigInt64Array(rows.length * longest);
  const mask = new BigInt64Array(rows.length * longest);
  rows.forEach((row, i) => {
    ids.set(BigInt64Array.from(row, BigInt), i * longest);
    mask.fill(1n, i * longest, i * longest + row.length);
  });
  return { ids, mask, shape: [rows.length, longest] };
}

/** A graph's output (rows, labels), laid out flat, as the logits of each row. */
export function logitsOfEach(rows: Rows, flat: Float32Array): number[][] {
  const width = flat.length / rows.length;
  return rows.map((_, i) => Array.from(flat.subarray(i * width, (i + 1) * width)));
}
