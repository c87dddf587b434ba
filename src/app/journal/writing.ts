/** One entry while it is written or changed: what stands in the box, and what of it is kept. */
import { isDay, today, wallTime } from './days';
import { dayOf, type Entry } from './entry';
import type { Journal } from './journal';
import type { Saved } from './journal-state';
import { Turns } from './turns';

export class Writing {
  text: string;
  day: string;
  /** The entry as it is kept; `null` for a new one that is not yet. */
  base: Entry | null;
  readonly #turns = new Turns();

  /** @param original the entry as it was before; `null` for a new one */
  constructor(
    readonly journal: Journal,
    readonly original: Entry | null,
  ) {
    this.base = original;
    this.text = original?.text ?? '';
    this.day = original ? dayOf(original) : today();
  }

  get isBlank(): boolean {
    return this.text.trim() === '';
  }

  /** Whether the calendar has the day: a date field may stand half filled in. */
  get hasDay(): boolean {
    return isDay(this.day);
  }

  /** Whether there is something that is not kept. */
  get isDirty(): boolean {
    return !this.isBlank && (this.text !== this.base?.text || this.day !== dayOf(this.base));
  }

  get isChanged(): boolean {
    const { original } = this;
    return original !== null && (this.text !== original.text || this.day !== dayOf(original));
  }

  /** The entry as the journal has it now: it is being read, or another tab has changed it. */
  get known(): Entry | undefined {
    return this.journal.entries.find(({ id }) => id === this.base?.id);
  }

  /** Back to the entry as it was before. */
  undo(): void {
    if (!this.original) return;
    this.text = this.original.text;
    this.day = dayOf(this.original);
  }

  /**
   * Take over another tab's change to an entry that is unchanged here.
   * @returns whether it is still there
   */
  follow(): boolean {
    const { base, known } = this;
    if (!base || this.isDirty || this.journal.state.kind !== 'open') return true;
    if (!known) return false;
    if (known.text !== base.text || known.at !== base.at) {
      this.text = known.text;
      this.day = dayOf(known);
    }
    this.base = known;
    return true;
  }

  /** Keep what stands here; `null` where there is nothing to keep. A second call waits for the first: else one entry would become two. */
  keep(): Promise<Saved | null> {
    return this.#turns.take(async () => {
      if (!this.isDirty || !this.hasDay) return null;
      const time = (this.base?.at ?? wallTime()).slice(11);
      const saved = await this.journal.save({ at: `${this.day}T${time}`, text: this.text }, this.base);
      this.base = saved.entry;
      return saved;
    });
  }
}
