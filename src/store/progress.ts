/** Bytes that are here, of several parts that a start needs. Never falls, and is the total only once everything is here. */
export class Progress {
  #parts: ReadonlyMap<string, number>;
  #here = new Map<string, number>();
  #most = 0;
  #report: (loaded: number, total: number) => void;

  /** @param parts the bytes of each part */
  constructor(parts: ReadonlyMap<string, number>, report: (loaded: number, total: number) => void) {
    this.#parts = parts;
    this.#report = report;
    report(0, this.total);
  }

  get total(): number {
    return sum(this.#parts);
  }

  /** Record how many bytes of a part have arrived. Repeats are reported too: they show that the download is alive. */
  set(part: string, bytes: number): void {
    this.#here.set(part, Math.max(0, Math.min(bytes, this.#parts.get(part) ?? 0)));
    this.#most = Math.max(this.#most, sum(this.#here));
    this.#report(this.#most, this.total);
  }

  /** All of a part is here. */
  finish(part: string): void {
    this.set(part, Infinity);
  }
}

const sum = (parts: ReadonlyMap<string, number>): number => [...parts.values()].reduce((total, bytes) => total + bytes, 0);
