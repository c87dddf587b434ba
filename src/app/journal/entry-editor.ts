/** Where an entry is written. It is kept during the writing, and read each time it was kept. */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import '../care/care-line';
import { PagePart } from '../page-part';
import { problem } from '../words/problem';
import { hasNoText } from '../write/paste';
import { fill } from '../words/forms';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';
import { dayName, today } from './days';
import { dayOf, type Entry } from './entry';
import { readEntry } from './entry-reader';
import type { Journal } from './journal';
import { moodInWords } from './mood';
import { Writing } from './writing';

/** Milliseconds without a key after which what was written is kept. */
const PAUSE = 800;

export class EntryEditor extends PagePart {
  static override properties: PropertyDeclarations = {
    journal: { attribute: false },
    entry: { attribute: false },
    revision: { attribute: false },
    said: { state: true },
  };

  declare journal: Journal;
  /** The entry being changed; `null` for a new one. */
  declare entry: Entry | null;
  /** Changes with the journal. */
  declare revision: number;
  /** What is to be known of the last keeping or reading. */
  declare private said: Saying | null;
  #writing: Writing | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: AbortController | null = null;

  constructor() {
    super();
    this.entry = null;
    this.revision = 0;
    this.said = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#keepIfHidden);
    addEventListener('beforeunload', this.#warn);
  }

  /** The journal may have been locked or deleted in another tab: what is in the box is not lost with it. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#keepIfHidden);
    removeEventListener('beforeunload', this.#warn);
    void this.keep();
    this.#writing = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#writing || (changed.has('entry') && this.entry && this.entry.id !== this.#writing.base?.id)) this.#begin(this.entry);
    else if (!this.#writing.follow()) this.#begin(null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('entry') && this.entry) this.focusText();
  }

  focusText(): void {
    this.querySelector('textarea')?.focus();
  }

  #begin(entry: Entry | null): void {
    void this.keep();
    this.#reading?.abort();
    this.#writing = new Writing(this.journal, entry);
    this.said = null;
  }

  readonly #keepIfHidden = (): void => {
    if (document.visibilityState === 'hidden') void this.keep();
    else if (this.#writing && !this.#writing.base && this.#writing.isBlank) this.#begin(null); // it may be another day by now
  };

  /** What is kept while the question stands is not lost by a yes. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (!this.#writing?.isDirty) return;
    event.preventDefault();
    void this.keep();
  };

  #change(change: Partial<Pick<Writing, 'text' | 'day'>>): void {
    Object.assign(this.#writing ?? {}, change);
    this.said = null;
    this.#reading?.abort();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), PAUSE);
    this.requestUpdate();
  }

  /** Keep what is in the box, unless it is kept already, and have it read. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    const writing = this.#writing;
    const saved = await writing?.keep();
    if (!saved) return;
    if (this.#writing === writing) {
      this.said = saved.isCopy ? () => words().journal.copyKept : null;
      this.requestUpdate();
    }
    if (!saved.entry.reading && !writing?.isDirty) await this.#read(saved.entry);
  }

  async #read(entry: Entry): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    try {
      await this.journal.saveReading(entry, await readEntry(entry.text, signal));
    } catch (error) {
      if (!signal.aborted) this.said = () => fill(words().journal.keptUnread, { why: problem(error) });
    }
  }

  async #done(): Promise<void> {
    const writing = this.#writing;
    if (!writing || writing.isBlank || !writing.hasDay) return;
    this.dispatchEvent(new Event('done'));
    await this.keep();
    if (this.#writing !== writing) return;
    this.#writing = new Writing(this.journal, null);
    this.requestUpdate();
    this.focusText();
  }

  protected override render(): TemplateResult | typeof nothing {
    const writing = this.#writing;
    if (!writing) return nothing;
    const { original } = writing;
    const said = words().journal;
    const name = original ? fill(said.entryOf, { day: dayName(dayOf(original)) }) : said.newEntry;
    return html`<section class="panel editor" aria-label=${name}>
      <label for="entry-text">${original ? name : said.question}</label>
      <textarea
        id="entry-text"
        rows="5"
        dir="auto"
        lang="en"
        .value=${writing.text}
        @paste=${({ clipboardData }: ClipboardEvent) => {
          if (hasNoText(clipboardData)) this.said = () => words().write.noPicture;
        }}
        @input=${({ target }: Event) => {
          this.#change({ text: (target as HTMLTextAreaElement).value });
        }}
      ></textarea>
      <care-line .text=${writing.text}></care-line>
      <p class="kept" role="status">${this.said?.() ?? stateOf(writing)}</p>
      <div class="buttons">
        <span class="date">
          <label for="entry-day">${said.date}</label>
          <input
            id="entry-day"
            type="date"
            max="9999-12-31"
            required
            .value=${writing.day}
            @change=${({ target }: Event) => {
              this.#change({ day: (target as HTMLInputElement).value });
            }}
          />
        </span>
        <button type="button" class="primary" aria-disabled=${writing.isBlank} @click=${() => void this.#done()}>
          ${said.done}
        </button>
        ${
          writing.isChanged
            ? html`<button
                type="button"
                @click=${() => {
                  writing.undo();
                  this.#change({});
                  this.focusText();
                }}
              >
                ${said.undoChanges}
              </button>`
            : nothing
        }
      </div>
      ${writing.base ? nothing : clockDoubt(this.journal.entries[0])}
    </section>`;
  }
}

/** The state of the entry: not written, not kept, kept and being read, or read. */
function stateOf(writing: Writing): string {
  const { base, known, journal } = writing;
  const said = words().journal;
  if (writing.isBlank) return base ? said.blank : '';
  if (!writing.hasDay) return said.noDay;
  if (writing.isDirty || !base) return said.writing;
  if (journal.unkept.some(({ id }) => id === base.id)) return said.notKept;
  return known?.reading ? fill(said.kept, { mood: moodInWords(known.reading) }) : said.keptReading;
}

/** A clock that was set back would date a new entry before the last one. */
function clockDoubt(newest: Entry | undefined): TemplateResult | typeof nothing {
  if (!newest || dayOf(newest) <= today()) return nothing;
  return html`<p class="note">${fill(words().journal.clockDoubt, { newest: dayName(dayOf(newest)), today: dayName(today()) })}</p>`;
}

customElements.define('entry-editor', EntryEditor);
