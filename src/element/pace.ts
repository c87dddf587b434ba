/** Six texts a second, each read before the next is taken: more would not be seen. */
const INTERVAL_MS = 150;
/** A text that takes longer than this to read does not hold up a newer one. What was read of it is kept by the engine. */
const LONGEST_MS = 1_000;

/** Takes a text again and again while it is being written, the newest always last: no more often than it can be read, and never waiting for a pause. */
export class Pace {
  #take: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;
  /** What is being read, by its number. */
  #reading = 0;
  #isReading = false;
  #isWanted = false;

  /** @param take takes the text as it is now; resolves when it has been read */
  constructor(take: () => Promise<void>) {
    this.#take = take;
  }

  /** Whether there is something newer than what was taken last. */
  get isBehind(): boolean {
    return this.#isWanted;
  }

  /** The text has changed. */
  changed(): void {
    this.#isWanted = true;
    this.#plan();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#reading++;
    this.#isWanted = this.#isReading = false;
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (!this.#isWanted) return;
    const wait = this.#last + (this.#isReading ? LONGEST_MS : INTERVAL_MS) - performance.now();
    if (wait > 0) this.#timer = setTimeout(this.#now, wait);
    else this.#now();
  }

  #now = (): void => {
    this.#isWanted = false;
    this.#isReading = true;
    this.#last = performance.now();
    const reading = ++this.#reading;
    void this.#take().then(() => {
      if (reading !== this.#reading) return; // a newer one was taken
      this.#isReading = false;
      this.#plan();
    });
  };
}
