import { LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult, html } from 'lit';
import { Speaker } from '../../words/speaker';
import { counted, words } from '../../words/speech';
import type { Truth } from '../../../tables/label-column';
import { columnValues, type ColumnValues } from '../column-values';
import { compare, type Compared } from '../compared';
import type { Job } from '../job';
import type { KeptJob } from '../kept-job';
import { comparison } from './comparison';

const KEY = 'label-meanings';

/** Somebody wants to see the rows where the file's labels and ours differ. */
export class DifferingEvent extends Event {
  static readonly type = 'differing';

  constructor(readonly rows: ReadonlySet<number>) {
    super(DifferingEvent.type);
  }
}

/** The file's own labels beside ours, where it has a column of them. */
export class JobComparison extends LitElement {
  static override properties: PropertyDeclarations = {
    job: { attribute: false },
    kept: { attribute: false },
    read: { attribute: false },
    isAtWork: { attribute: false },
    problem: { state: true },
  };

  declare job: Job;
  declare kept: KeptJob;
  declare read: number;
  declare isAtWork: boolean;
  declare private problem: string;
  #column: ColumnValues | null = null;
  #mapped: ReadonlyMap<string, Truth | null> = new Map();
  #compared: Compared | null = null;
  #comparedAt = -1;

  constructor() {
    super();
    new Speaker(this);
    this.problem = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job')) void this.#load();
    // Ten times while a file is read: each looks at every row.
    const step = this.job.readings.length / 10;
    if (this.read - this.#comparedAt >= step || (this.read > this.#comparedAt && !this.isAtWork)) void this.#compare();
  }

  async #load(): Promise<void> {
    const { job } = this;
    this.#column = this.#compared = null;
    if (!job.choice.label) return;
    try {
      this.#mapped = ((await this.kept.get(KEY)) as ReadonlyMap<string, Truth | null> | undefined) ?? new Map();
      const column = await columnValues(job, job.choice.label);
      if (this.job !== job) return;
      this.#column = column;
      await this.#compare();
    } catch (error) {
      this.problem = (error as Error).message;
    }
    this.requestUpdate();
  }

  async #compare(): Promise<void> {
    const column = this.#column;
    if (!column) return;
    this.#comparedAt = this.read;
    const mapped = this.#mapped;
    const compared = await compare(this.job.readings, column, mapped);
    if (column !== this.#column || mapped !== this.#mapped) return; // another file, or another meaning of its labels
    this.#compared = compared;
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.problem) return html`<p class="failed" role="alert">${this.problem}</p>`;
    if (!this.#compared || this.read === 0) return nothing;
    const { metrics, unknown, differing } = this.#compared;
    return html`${comparison(metrics, unknown, (value, truth) => {
      this.#mapped = new Map([...this.#mapped, [value, truth]]);
      void this.kept.put(KEY, this.#mapped);
      void this.#compare();
    })}
    ${
      differing.length > 0
        ? html`<p class="buttons">
            <button type="button" @click=${() => this.dispatchEvent(new DifferingEvent(new Set(differing)))}>
              ${counted(words().files.showDiffering, differing.length)}
            </button>
          </p>`
        : nothing
    }`;
  }
}

customElements.define('job-comparison', JobComparison);
