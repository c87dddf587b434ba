import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import './files.css';
import { onFiles } from '../arrivals';
import { firstPreviewOf, previewOf, type Preview } from './columns';
import { begin, resume, type Choice, type Job } from './job';
import { Journal } from './journal';
import { Labeller } from './labeller';
import './results/job-results';
import { openSource, type Source } from './source';
import { chooser } from './views/chooser';
import { progress } from './views/progress';
import { setup } from './views/setup';

type Looked = Awaited<ReturnType<typeof firstPreviewOf>>;

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
  #looksAt: Source | null = null;

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
      this.stage = job ? { kind: 'job', labeller: this.#labeller(job, journal) } : { kind: 'none' };
    } catch {
      this.stage = { kind: 'none', problem: 'The file that was labelled here last could not be opened again. Open it once more.' };
    }
  }

  #labeller(job: Job, journal: Journal): Labeller {
    return new Labeller(job, journal, () => {
      this.requestUpdate();
    });
  }

  async #open(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (this.stage.kind === 'reading') this.stage.stop.abort();
    if (this.stage.kind === 'job') {
      const { labeller } = this.stage;
      const { name } = labeller.job.choice.source.file;
      if (labeller.work.kind !== 'done' && !confirm(`Stop labelling ${name}, and open ${file.name} instead?`)) return;
      await labeller.end();
    }
    let source: Source;
    try {
      source = await openSource(file);
    } catch (error) {
      this.stage = { kind: 'none', problem: (error as Error).message };
      return;
    }
    await this.#look(source, firstPreviewOf);
  }

  /** Read the first rows, in this encoding and with or without a heading. */
  async #look(
    source: Source,
    preview = async (source: Source): Promise<Looked> => ({ source, preview: await previewOf(source) }),
  ): Promise<void> {
    this.#looksAt = source;
    let stage: Stage;
    try {
      const looked = await preview(source);
      stage = { kind: 'opened', ...looked, text: looked.preview.text, date: looked.preview.date };
    } catch (error) {
      stage = { kind: 'opened', source, preview: (error as Error).message, text: '', date: null };
    }
    if (this.#looksAt === source) this.stage = stage; // else somebody has chosen anew meanwhile
  }

  async #begin(choice: Choice): Promise<void> {
    const stop = new AbortController();
    const { name } = choice.source.file;
    this.stage = { kind: 'reading', name, rows: 0, stop };
    const journal = await this.#journal;
    try {
      const onRows = (rows: number): void => {
        if (!stop.signal.aborted) this.stage = { kind: 'reading', name, rows, stop };
      };
      const job = await begin(choice, journal, onRows, stop.signal);
      stop.signal.throwIfAborted();
      const labeller = this.#labeller(job, journal);
      this.stage = { kind: 'job', labeller };
      await labeller.start();
    } catch (error) {
      await journal.clear();
      if (!stop.signal.aborted) this.stage = { kind: 'none', problem: (error as Error).message };
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
              this.stage = { kind: 'none' };
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
