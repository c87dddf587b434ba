/** What became of each row of a file, packed: 26 bytes a row, so that a file of any length fits. */
import type { Emotion, Reading, Reason } from '../../index';
import { EMOTIONS } from '../../tables/labelled'; // a worker has no elements, as the index has

/** A row was not read yet; was read and has a label or a reason; or the model failed at it. */
export const OUTCOMES = ['unread', ...EMOTIONS, 'unsure', 'unsupported-language', 'blank', 'failed'] as const satisfies readonly (
  Emotion | Reason | 'unread' | 'failed'
)[];

export type Outcome = (typeof OUTCOMES)[number];

const UNSCORED: ReadonlySet<Outcome> = new Set(['unread', 'unsupported-language', 'blank', 'failed']);

const SIX = EMOTIONS.length;
const codes = new Map<string, number>(OUTCOMES.map((outcome, code) => [outcome, code]));

/** A run of rows as plain data, to keep. */
export interface PackedReadings {
  readonly outcomes: Uint8Array;
  /** The second emotion of a mixed row as its outcome's number, else 0; 128 more where the text was cut. */
  readonly extras: Uint8Array;
  readonly scores: Float32Array;
}

export class Readings {
  /** Rows are read in order: those before this are read, the others are not. */
  read = 0;
  readonly #outcomes: Uint8Array;
  readonly #extras: Uint8Array;
  readonly #scores: Float32Array;
  readonly #counts = new Uint32Array(OUTCOMES.length);

  constructor(readonly length: number) {
    this.#outcomes = new Uint8Array(length);
    this.#extras = new Uint8Array(length);
    this.#scores = new Float32Array(length * SIX);
    this.#counts[0] = length;
  }

  /** The reading of the next row; `null` where the model failed at it. */
  push(reading: Reading | null): void {
    const row = this.read;
    for (const { label, score } of reading?.scores ?? []) this.#scores[row * SIX + EMOTIONS.indexOf(label)] = score;
    this.#extras[row] = (reading?.mixed ? (codes.get(reading.mixed) ?? 0) : 0) | (reading?.truncated ? 128 : 0);
    this.#settle(codes.get(reading ? (reading.label ?? reading.reason ?? 'unsure') : 'failed') ?? 0);
  }

  #settle(code: number): void {
    this.#outcomes[this.read++] = code;
    this.#counts[0] = (this.#counts[0] ?? 0) - 1;
    this.#counts[code] = (this.#counts[code] ?? 0) + 1;
  }

  outcome(row: number): Outcome {
    return OUTCOMES[this.#outcomes[row] ?? 0] ?? 'unread';
  }

  /** How many rows have this outcome. */
  count(outcome: Outcome): number {
    return this.#counts[codes.get(outcome) ?? 0] ?? 0;
  }

  /** Whether a model has read it. Six equal scores of what is blank or not English would count in a mean. */
  isScored(row: number): boolean {
    return !UNSCORED.has(this.outcome(row));
  }

  /** 0 to 1; all six are 0 for rows that are not read. */
  score(row: number, emotion: Emotion): number {
    return this.#scores[row * SIX + EMOTIONS.indexOf(emotion)] ?? 0;
  }

  /** The strongest emotion with its score; `null` for rows that no model read. */
  strongest(row: number): readonly [Emotion | null, number] {
    let best: Emotion | null = null;
    let most = 0;
    if (!this.isScored(row)) return [best, most];
    for (let at = 0; at < SIX; at++) {
      const score = this.#scores[row * SIX + at] ?? 0;
      if (score <= most) continue;
      best = EMOTIONS[at] ?? null;
      most = score;
    }
    return [best, most];
  }

  /** The score of the strongest emotion. */
  strength(row: number): number {
    let strongest = 0;
    for (let at = row * SIX; at < (row + 1) * SIX; at++) strongest = Math.max(strongest, this.#scores[at] ?? 0);
    return strongest;
  }

  mixed(row: number): Emotion | null {
    const outcome = OUTCOMES[(this.#extras[row] ?? 0) & 127];
    return EMOTIONS.find((emotion) => emotion === outcome) ?? null;
  }

  truncated(row: number): boolean {
    return (this.#extras[row] ?? 0) >= 128;
  }

  /** Rows from `start` to before `end`, copied. */
  slice(start: number, end: number): PackedReadings {
    return {
      outcomes: this.#outcomes.slice(start, end),
      extras: this.#extras.slice(start, end),
      scores: this.#scores.slice(start * SIX, end * SIX),
    };
  }

  /** Go on with rows that were kept, from the first that is not read. */
  restore({ outcomes, extras, scores }: PackedReadings): void {
    const start = this.read;
    this.#extras.set(extras, start);
    this.#scores.set(scores, start * SIX);
    for (const code of outcomes) {
      if (code === 0) return;
      this.#settle(code);
    }
  }
}
