import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../words/forms';
import { Speaker } from '../words/speaker';
import { counted, words } from '../words/speech';
import './files.css';
import { chosenStorage } from '../chosen-model';
import { onFiles, onLostFiles } from '../arrivals';
import { part } from '../part';
import { previewOf } from '../../tables/columns';
import { FileProblem } from '../../tables/file-problem';
import { begin, resume, type Choice, type Job } from './job';
import { KeptJob } from './kept-job';
import { Labeller } from './labeller';
import './results/job-results';
import type { Source } from '../../tables/layout';
import { openSource } from '../../tables/source';
import type { Columns, Stage } from './stage';
import { chooser } from './views/chooser';
import { progress } from './views/progress';
import { setup } from './views/setup';

/** Label every row of a file. The file stays on this device; what is needed to go on after a reload is kept until somebody removes it. */
export class FilesPage extends LitElement {
  static override properties: PropertyDeclarations = {
    stage: { state: true },
    notice: { state: true },
    missing: { state: true },
  };

  declare private stage: Stage;
  /** What was wrong with the file that somebody just opened, or must be known of it; it stands until the next step. */
  declare private notice: string;
  /** Bytes of the model that were not on this device when the page opened. */
  declare private missing: number | null;
  readonly #kept = KeptJob.open();
  #looksAt: Source | null = null;

  constructor() {
    super();
    new Speaker(this);
    this.stage = { kind: 'looking' };
    this.notice = '';
    this.missing = null;
  }

  /** In the page itself, so that one style sheet serves all of it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    chosenStorage()
      .missingBytes()
      .then(
        (bytes) => (this.missing = bytes),
        () => undefined, // a page without a model says so when it reads
      );
    void this.#resume().then(() => {
      onFiles((files) => void this.#open(files));
      onLostFiles((names) => {
        this.notice = fill(words().files.lost, { names: names.join(', ') });
      });
    });
  }

  #show(stage: Stage, notice = ''): void {
    this.stage = stage;
    this.notice = notice;
  }

  /** To the file that is kept here, else to where one is opened. */
  async #resume(): Promise<void> {
    try {
      const kept = await this.#kept;
      const job = await resume(kept);
      this.#show(job ? { kind: 'job', labeller: this.#labeller(job, kept) } : { kind: 'none' });
    } catch (error) {
      this.#show({ kind: 'none' }, error instanceof FileProblem ? error.message : words().files.lostJob);
    }
  }

  #labeller(job: Job, kept: KeptJob): Labeller {
    return new Labeller(job, kept, () => {
      this.requestUpdate();
    });
  }

  async #open([file, ...others]: readonly File[]): Promise<void> {
    if (!file) return;
    let source: Source;
    try {
      source = await openSource(file);
    } catch (error) {
      this.notice = (error as Error).message;
      return;
    }
    if (!(await this.#leave(file.name))) return;
    await this.#look(source, null);
    if (others.length > 0) this.notice = fill(words().files.oneAtATime, { file: file.name });
  }

  /** Stop what is under way, if somebody wants that: a job stays kept until another begins. */
  async #leave(next: string): Promise<boolean> {
    const { stage } = this;
    if (stage.kind === 'reading') stage.stop.abort();
    if (stage.kind !== 'job') return true;
    const { job, work } = stage.labeller;
    const { name } = job.choice.source.file;
    const said = words().files;
    const question = fill(work.kind === 'done' ? said.openInstead : said.stopInstead, { next, file: name });
    const loss = job.readings.read > 0 ? ` ${fill(said.labelsGo, { file: name })}` : '';
    if (!confirm(question + loss)) return false;
    await stage.labeller.end();
    return true;
  }

  /** Read the first rows, in this way. Columns that were `chosen` stay so where there still are such. */
  async #look(source: Source, chosen: Columns | null): Promise<void> {
    this.#looksAt = source;
    let stage: Stage;
    try {
      const preview = await previewOf(source);
      const { columns, text, date, label } = preview;
      const stay = chosen && [chosen.text, chosen.date, chosen.label].every((name) => name === null || columns.includes(name));
      stage = { kind: 'opened', source, preview, ...(stay ? chosen : { text, date, label, order: chosen?.order ?? 'auto' }) };
    } catch (error) {
      const columns = chosen ?? { text: '', date: null, label: null, order: 'auto' };
      stage = { kind: 'opened', source, preview: (error as Error).message, ...columns };
    }
    if (this.#looksAt === source) this.#show(stage); // else somebody has chosen anew meanwhile
  }

  async #begin(choice: Choice): Promise<void> {
    const stop = new AbortController();
    const { name } = choice.source.file;
    this.#show({ kind: 'reading', name, rows: 0, stop });
    const kept = await this.#kept;
    try {
      const onRows = (rows: number): void => {
        if (!stop.signal.aborted) this.stage = { kind: 'reading', name, rows, stop };
      };
      const job = await begin(choice, kept, onRows, stop.signal);
      stop.signal.throwIfAborted();
      const labeller = this.#labeller(job, kept);
      this.#show({ kind: 'job', labeller });
      await labeller.start();
    } catch (error) {
      const left = await this.#forget();
      if (!stop.signal.aborted) this.#show({ kind: 'none' }, [(error as Error).message, left].join(' ').trim());
      else if (left) this.notice = left;
    }
  }

  async #remove(labeller: Labeller): Promise<void> {
    if (labeller.job.readings.read > 0 && !confirm(words().files.reallyRemove)) return;
    await labeller.end();
    this.#show({ kind: 'none' }, await this.#forget());
  }

  /** @returns why the file could not be removed from this device; empty where it was */
  async #forget(): Promise<string> {
    try {
      await (await this.#kept).clear();
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** What had the focus may go with its stage: then whoever reads on reads on at the new one's heading. */
  protected override update(changed: PropertyValues): void {
    const hadFocus = this.contains(document.activeElement);
    super.update(changed);
    if (!hadFocus || this.contains(document.activeElement)) return;
    const heading = this.querySelector<HTMLElement>('.panel > h2') ?? part(this, 'h1', HTMLElement);
    heading.tabIndex = -1;
    heading.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <h1>${words().files.heading}</h1>
      ${this.notice ? html`<div role="alert"><p class="failed">${this.notice}</p></div>` : nothing} ${this.#stage()}
    `;
  }

  #stage(): TemplateResult {
    const { stage } = this;
    const open = (files: readonly File[]): void => void this.#open(files);
    switch (stage.kind) {
      case 'looking':
        return html`<p class="lead">${words().oneMoment}</p>`;
      case 'none':
        return chooser(open);
      case 'opened':
        return setup(stage, {
          change: (changed) => (this.stage = { ...stage, ...changed }),
          look: (source) => void this.#look(source, stage),
          begin: (choice) => void this.#begin(choice),
          close: () => void this.#resume(),
        });
      case 'reading':
        return html`<section class="panel">
          <h2>${stage.name}</h2>
          <p role="status">${counted(words().files.comesIn, stage.rows)}</p>
          <button
            type="button"
            @click=${() => {
              stage.stop.abort();
              this.#show({ kind: 'none' });
            }}
          >
            ${words().files.cancel}
          </button>
        </section>`;
      case 'job': {
        const { labeller } = stage;
        return html`${progress(labeller, this.missing, () => void this.#remove(labeller))}
          <job-results .labeller=${labeller} .read=${labeller.job.readings.read} .isAtWork=${labeller.isAtWork}></job-results>`;
      }
    }
  }
}

customElements.define('files-page', FilesPage);
