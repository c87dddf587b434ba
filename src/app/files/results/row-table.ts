import { VirtualizerController } from '@tanstack/lit-virtual';
import { Speaker } from '../../words/speaker';
import { words } from '../../words/speech';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { EMOTIONS } from '../../../index';
import { score } from '../../numbers';
import { CHUNK, textsIn, type Job } from '../job';
import type { KeptJob } from '../kept-job';
import { kindName } from './figures';

/** In CSS pixels; the style sheet says the same. */
const ROW_HEIGHT = 40;
/** Chunks of texts that are held for scrolling, more than there can be rows in sight; and how much of each text, in UTF-16 units. */
const HELD = 64;
const IN_A_CELL = 300;

/** A table of any length: only the rows in sight, and a few around them, are in the page. */
export class RowTable extends LitElement {
  static override properties: PropertyDeclarations = {
    job: { attribute: false },
    kept: { attribute: false },
    rows: { attribute: false },
    picked: { attribute: false },
  };

  declare job: Job;
  declare kept: KeptJob;
  /** The rows to show, in order. */
  declare rows: Uint32Array;
  /** The row whose text is shown in full; `null` for none. */
  declare picked: number | null;

  readonly #scroller = createRef<HTMLDivElement>();
  readonly #chunks = new Map<number, readonly string[]>();
  readonly #asked = new Set<number>();
  readonly #virtualizer = new VirtualizerController<HTMLDivElement, HTMLTableRowElement>(this, {
    getScrollElement: () => this.#scroller.value ?? null,
    count: 0,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });

  constructor() {
    super();
    new Speaker(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job')) this.#chunks.clear();
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.rows.length });
  }

  /** The text of a row, once it is here: it is fetched, and the table drawn again. */
  #text(row: number): string | null {
    const chunk = Math.floor(row / CHUNK);
    const texts = this.#chunks.get(chunk);
    if (texts) return texts[row % CHUNK] ?? null;
    if (!this.#asked.has(chunk)) {
      this.#asked.add(chunk);
      void textsIn(this.kept, chunk)
        .catch(() => []) // the file was removed meanwhile
        .then((fetched) => {
          this.#asked.delete(chunk);
          this.#chunks.set(
            chunk,
            fetched.map((text) => text.slice(0, IN_A_CELL)),
          );
          const [oldest] = this.#chunks.keys();
          if (this.#chunks.size > HELD && oldest !== undefined) this.#chunks.delete(oldest);
          this.requestUpdate();
        });
    }
    return null;
  }

  protected override render(): TemplateResult {
    const said = words().files;
    const virtualizer = this.#virtualizer.getVirtualizer();
    const items = virtualizer.getVirtualItems();
    const before = items[0]?.start ?? 0;
    const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
    return html`<div
      class="scroller"
      tabindex="0"
      role="region"
      aria-label=${said.tableOfRows}
      data-in-sight=${said.inSight}
      ${ref(this.#scroller)}
    >
      <table aria-rowcount=${this.rows.length + 1}>
        <thead>
          <tr aria-rowindex="1">
            <th scope="col" class="number">${said.row}</th>
            <th scope="col" class="label">${said.emotion}</th>
            <th scope="col" class="score">${said.score}</th>
            <th scope="col">${said.text}</th>
          </tr>
        </thead>
        <tbody>
          ${space(before)}${repeat(
            items,
            ({ index }) => this.rows[index], // so that the focus stays with its row
            ({ index }) => this.#row(index),
          )}${space(after)}
        </tbody>
      </table>
    </div>`;
  }

  #row(index: number): TemplateResult {
    const row = this.rows[index] ?? 0;
    const { readings, numbers } = this.job;
    const outcome = readings.outcome(row);
    const emotion = EMOTIONS.find((emotion) => emotion === outcome);
    const text = this.#text(row);
    return html`<tr aria-rowindex=${index + 2} class=${row === this.picked ? 'picked' : ''}>
      <td class="number">${numbers[row]}</td>
      <td class="label ${emotion ?? outcome}">${outcome === 'unread' ? '' : kindName(outcome)}</td>
      <td class="score">${readings.isScored(row) ? score(readings.strength(row)) : ''}</td>
      <td>
        ${
          text === null
            ? nothing
            : html`<button
                type="button"
                class="text"
                dir="auto"
                aria-pressed=${row === this.picked}
                @click=${() => this.dispatchEvent(new PickEvent(row))}
              >
                ${text || words().files.blankText}
              </button>`
        }
      </td>
    </tr>`;
  }
}

const space = (height: number): TemplateResult | typeof nothing =>
  height > 0 ? html`<tr class="space" aria-hidden="true" .style=${`height: ${String(height)}px`}></tr>` : nothing;

/** Somebody wants to see the whole of a row's text. */
export class PickEvent extends Event {
  static readonly type = 'pick';

  constructor(readonly row: number) {
    super(PickEvent.type);
  }
}

customElements.define('row-table', RowTable);
