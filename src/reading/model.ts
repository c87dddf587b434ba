/** A loaded model: texts to token ids, token ids to logits. */
export interface Model {
  /** Token ids of a text, `[CLS]` and `[SEP]` included, however many they are. */
  encode(text: string): number[];
  /** Logits, one row of 6 for each row of token ids; no row longer than the model's window. Rows are padded to the longest. */
  logits(rows: readonly (readonly number[])[]): Promise<number[][]>;
  /** Give the session's memory back. */
  dispose(): Promise<void>;
}
