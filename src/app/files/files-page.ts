import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import './files.css';
import { onFiles } from '../arrivals';
import { previewOf, type Preview } from './columns';
import { begin, resume, type Choice, type Job } from './job';
import { Journal } from './journal';
import { Labeller } from './labeller';
import './results/job-results';
import { openSource, type Source } from './source';
import { chooser } from './views/chooser';
import { progress } from './views/progress';
import { setup } from './views/setup';

/** Where a file is on its way. */
export type Stage =
  | { readonly kind: 'looking' }
  /** `problem` is what was wrong with the last one. */
  | { readonly kind: 'none'; readonly problem?: string }
  /** Opened; `preview` is what is in it, or why that cannot be told. */
  | {
      readonly kind: 'opened';
      readonly source: Source;
      readonly preview: Preview | string;
      readonly text: string;
      readonly date: string | null;
    }
  | { readonly kind: 'reading'; readonly name: string; readonly rows: number; readonly stop: AbortController }
  | { readonly kind: 'job'; readonly labeller: Labeller };

/** Label every row of a file. The file stays on this device; what is needed to go on after a reload is kept until somebody removes it. */
export class FilesPage extends LitElement {
  static override properties: PropertyDeclarations = { stage: { state: true } };

  declare private stage: Stage;
  readonly #journal = Journal.open();

  constructor() {
    super();
    this.stage = { kind: 'looking' };
  }

  /** In the page itself, so that one style sheet serves all of it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    void this.#resume().then(() => {
      onFiles((files) => void this.#open(files));
    });
  }

  async #resume(): Promise<void> {
    try {
      const journal = await this.#journal;
      const job = await resume(journal);
      this.stage = job ? this.#show(job, journal) : { kind: 'none' };
    } catch {
      this.stage = { kind: 'none', problem: 'The file that was labelled here last could not be opened again. Open it once more.' };
    }
  }

  #show(job: Job, journal: Journal): Stage {
    return {
      kind: 'job',
      labeller: new Labeller(job, journal, () => {
        this.requestUpdate();
      }),
    };
  }

  async #open(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (this.stage.kind === 'job' && this.stage.labeller.work.kind !== 'done') {
      this.stage.labeller.pause();
      if (!confirm(`Stop labelling ${this.stage.labeller.job.choice.source.file.name}, and open ${file.name} instead?`)) return;
    }
    try {
      await this.#look(await openSource(file));
    } catch (error) {
      this.stage = { kind: 'none', problem: (error as Error).message };
    }
  }

  /** Read the first rows, as this encoding and with or without a heading. */
  async #look(source: Source): Promise<void> {
    try {
      const preview = await previewOf(source);
      this.stage = { kind: 'opened', source, preview, text: preview.text, date: preview.date };
    } catch (error) {
      this.stage = { kind: 'opened', source, preview: (error as Error).message, text: '', date: null };
    }
  }

  async #begin(choice: Choice): Promise<void> {
    const stop = new AbortController();
    const { name } = choice.source.file;
    this.stage = { kind: 'reading', name, rows: 0, stop };
    const journal = await this.#journal;
    try {
      const onRows = (rows: number): void => {
        this.stage = { kind: 'reading', name, rows, stop };
      };
      const stage = this.#show(await begin(choice, journal, onRows, stop.signal), journal);
      this.stage = stage;
      if (stage.kind === 'job') await stage.labeller.start();
    } catch (error) {
      await journal.clear();
      this.stage = { kind: 'none', ...(!stop.signal.aborted && { problem: (error as Error).message }) };
    }
  }

  async #remove(labeller: Labeller): Promise<void> {
    if (labeller.job.readings.read > 0 && !confirm('Remove the file and its labels from this device?')) return;
    await labeller.end();
    await (await this.#journal).clear();
    this.stage = { kind: 'none' };
  }

  protected override render(): TemplateResult {
    return html`
      <h1>Label a file</h1>
      ${this.#stage()}
    `;
  }

  #stage(): TemplateResult {
    const { stage } = this;
    const open = (files: readonly File[]): void => void this.#open(files);
    switch (stage.kind) {
      case 'looking':
        return html`<p class="lead">One moment…</p>`;
      case 'none':
        return chooser(open, stage.problem);
      case 'opened':
        return setup(stage, {
          change: (changed) => (this.stage = { ...stage, ...changed }),
          look: (source) => void this.#look(source),
          begin: (choice) => void this.#begin(choice),
          close: () => (this.stage = { kind: 'none' }),
        });
      case 'reading':
        return html`<section class="panel" aria-live="polite">
          <p>Reading ${stage.name}: ${stage.rows.toLocaleString('en')} rows so far.</p>
          <button
            type="button"
            @click=${() => {
              stage.stop.abort();
            }}
          >
            Cancel
          </button>
        </section>`;
      case 'job':
        return html`${progress(stage.labeller, () => void this.#remove(stage.labeller))}
          <job-results .labeller=${stage.labeller} .read=${stage.labeller.job.readings.read}></job-results>`;
    }
  }
}

customElements.define('files-page', FilesPage);
