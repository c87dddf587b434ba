import { CsvWriter } from '../tables/csv-writer';
import { encoderFor, type Encoder } from '../tables/encode';
import { SIMPLE } from '../tables/labelled';
import type { Fields } from '../tables/row';
import type { Source } from '../tables/layout';

export type LabelledFormat = 'csv' | 'tsv' | 'jsonl';

/** Labelled rows as bytes: a table that stays one keeps separator, marks, line ends and encoding; all else is UTF-8 without a mark. */
export class LabelledText {
  readonly format: LabelledFormat;
  readonly #columns: readonly string[];
  readonly #writer: CsvWriter;
  readonly #encoder: Encoder;
  readonly #isMarked: boolean;

  /** @param wanted the format; `undefined` is as it came, and what is no table becomes JSON lines */
  constructor({ format, layout, encoding, isMarked }: Source, columns: readonly string[], wanted: LabelledFormat | undefined) {
    const isTable = format === 'csv' || format === 'workbook';
    this.format = wanted ?? (isTable ? (format === 'csv' && layout.separator === '\t' ? 'tsv' : 'csv') : 'jsonl');
    const isSame = wanted === undefined && format === 'csv';
    this.#columns = columns;
    this.#writer = new CsvWriter(isSame ? layout : { ...SIMPLE, separator: this.format === 'tsv' ? '\t' : ',' });
    const own = isSame ? encoderFor(encoding) : null;
    const encoder = own ?? encoderFor('utf-8');
    if (!encoder) throw new RangeError('UTF-8 can be written');
    this.#encoder = encoder;
    this.#isMarked = own !== null && isMarked;
  }

  /** The line that names the columns; nothing in JSON lines. */
  get heading(): Uint8Array {
    if (this.format === 'jsonl') return new Uint8Array();
    return this.#encoder.encode((this.#isMarked ? '\ufeff' : '') + this.#writer.line(this.#columns));
  }

  row(fields: Fields): Uint8Array {
    if (this.format === 'jsonl') return this.#encoder.encode(`${JSON.stringify(fields)}\n`);
    return this.#encoder.encode(this.#writer.line(this.#columns.map((column) => fields[column])));
  }

  /** Cells that a spreadsheet would have run as a formula. */
  get defused(): number {
    return this.#writer.defused;
  }

  /** Characters that the encoding of the file does not have. */
  get lost(): number {
    return this.#encoder.lost;
  }
}
