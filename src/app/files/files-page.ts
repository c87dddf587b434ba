import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../words/forms';
import { problem } from '../words/problem';
import type { Saying } from '../words/saying';
import { Speaker } from '../words/speaker';
import { words } from '../words/speech';
import './files.css';
import { chosenStorage } from '../chosen-model';
import { onFiles, onLostFiles } from '../arrivals';
import { part } from '../part';
import { previewOf } from '../../tables/columns';
import { FileProblem } from '../../tables/file-problem';
import type { Choice } from './job';
import { choiceLike, Jobs } from './jobs';
import type { Labeller } from './labeller';
import './results/job-results';
import type { Source } from '../../tables/layout';
import { rowsOf } from '../../tables/rows';
import { openSource } from '../../tables/source';
import { pick, type Columns, type Stage } from './stage';
import { chooser } from './views/chooser';
import { jobsList } from './views/jobs';
import { comingIn, opening } from './views/opening';
import { progress } from './views/progress';
import { setup } from './views/setup';

/** Label every row of files. They stay on this device; what is needed to go on after a reload is kept until somebody removes it. */
export class FilesPage extends LitElement {
  static override properties: PropertyDeclarations = {
    stage: { state: true },
    notice: { state: true },
    opening: { state: true },
    missing: { state: true },
  };

  declare private stage: Stage;
  /** What was wrong with the file that somebody just opened, or must be known of it; it stands until the next step. */
  declare private notice: Saying | null;
  /** Files of which the first rows are not here yet. */
  declare private opening: readonly File[];
  /** Bytes of the model that were not on this device when the page opened. */
  declare private missing: number | null;
  readonly #jobs = new Jobs(() => {
    this.requestUpdate();
  });
  #last: Labeller | null = null;
  #look = new AbortController();

  constructor() {
    super();
    new Speaker(this);
    this.stage = { kind: 'looking' };
    this.notice = null;
    this.opening = [];
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
    void this.#jobs.resume().then((wrong) => {
      this.#home(wrong);
      onFiles((files) => void this.#wait(files, () => this.#open(files)));
      onLostFiles((names) => {
        this.notice = () => fill(words().files.lost, { names: names.join(', ') });
      });
    });
  }

  #show(stage: Stage, notice: Saying | null = null): void {
    this.stage = stage;
    this.notice = notice;
  }

  /** To the file that was shown last, else to where one is opened. */
  #home(notice: Saying | null = null): void {
    const { list } = this.#jobs;
    const labeller = this.#last && list.includes(this.#last) ? this.#last : list.at(-1);
    this.#show(labeller ? { kind: 'job', labeller } : { kind: 'none' }, notice);
  }

  readonly #go = (labeller: Labeller | null): void => {
    this.#look.abort();
    this.#last = labeller ?? this.#last;
    this.#show(labeller ? { kind: 'job', labeller } : { kind: 'none' });
  };

  /** Say that they are opened, as long as that takes. */
  async #wait(files: readonly File[], open: () => Promise<void>): Promise<void> {
    this.opening = [...this.opening, ...files];
    await open().finally(() => {
      this.opening = this.opening.filter((file) => !files.includes(file));
    });
  }

  async #open(files: readonly File[]): Promise<void> {
    const opened = await Promise.allSettled(files.map((file) => openSource(file)));
    const failed = opened.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const [source, ...others] = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    if (source) {
      if (this.stage.kind === 'reading') this.stage.stop.abort();
      await this.#lookAt(source, null, others);
    }
    if (failed.length > 0) this.notice = () => failed.map(problem).join(' ');
  }

  /** Read the first rows, in this way. Columns that were `chosen` stay so where there still are such. */
  async #lookAt(source: Source, chosen: Columns | null, others: readonly Source[]): Promise<void> {
    this.#look.abort();
    const { signal } = (this.#look = new AbortController());
    const opened = { kind: 'opened', source, others, rows: null } as const;
    let stage: Stage;
    try {
      const preview = await previewOf(source, signal);
      const { columns, text, date, label } = preview;
      const stay = chosen && [chosen.text, chosen.date, chosen.label].every((name) => name === null || columns.includes(name));
      const guess = { text, date, label, order: chosen?.order ?? 'auto' };
      stage = { ...opened, preview, ...(stay ? pick(chosen) : guess) };
    } catch (error) {
      const columns = chosen ? pick(chosen) : ({ text: '', date: null, label: null, order: 'auto' } as const);
      stage = { ...opened, preview: (error as Error).message, ...columns };
    }
    if (signal.aborted) return; // somebody has chosen anew meanwhile
    this.#show(stage);
    if (typeof stage.preview !== 'string') void this.#count(source, signal);
  }

  /** How many rows are ahead; whoever begins at once need not wait for it. */
  async #count(source: Source, signal: AbortSignal): Promise<void> {
    let rows = 0;
    try {
      for await (const batch of rowsOf(source, undefined, signal)) {
        if (signal.aborted) return;
        rows += batch.filter(({ kind }) => kind === 'row').length;
      }
    } catch {
      return; // what is wrong with it is told when it is read
    }
    const { stage } = this;
    if (stage.kind === 'opened' && stage.source === source) this.stage = { ...stage, rows };
  }

  async #begin(choice: Choice, others: readonly Source[]): Promise<void> {
    const stop = new AbortController();
    const { file } = choice.source;
    this.#look.abort();
    this.#show({ kind: 'reading', file, rows: 0, stop });
    try {
      const onRows = (rows: number): void => {
        if (!stop.signal.aborted) this.stage = { kind: 'reading', file, rows, stop };
      };
      const labeller = await this.#jobs.begin(choice, onRows, stop.signal);
      this.#go(labeller);
      void labeller.start();
    } catch (error) {
      if (!stop.signal.aborted) this.#home(() => problem(error));
      else if (error instanceof FileProblem) this.notice = () => problem(error); // it could not be removed
    }
    for (const source of stop.signal.aborted ? [] : others) await this.#beginLike(choice, source);
  }

  async #beginLike(choice: Choice, source: Source): Promise<void> {
    try {
      const like = await choiceLike(choice, source);
      void (await this.#jobs.begin(like, () => undefined, new AbortController().signal)).start();
    } catch (error) {
      const before = this.notice;
      this.notice = () => [before?.() ?? '', problem(error)].join(' ').trim();
    }
    this.requestUpdate();
  }

  async #remove(labeller: Labeller): Promise<void> {
    if (labeller.job.readings.read > 0 && !confirm(words().files.reallyRemove)) return;
    try {
      await this.#jobs.remove(labeller);
      this.#home();
    } catch (error) {
      this.#home(() => problem(error));
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
      ${this.notice ? html`<div role="alert"><p class="failed">${this.notice()}</p></div>` : nothing} ${opening(this.opening)}
      ${this.#files()} ${this.#stage()}
    `;
  }

  #files(): TemplateResult | typeof nothing {
    const { stage } = this;
    if (stage.kind !== 'job' && stage.kind !== 'none') return nothing;
    const shown = stage.kind === 'job' ? stage.labeller : null;
    return jobsList(this.#jobs.list, shown, this.missing, this.#go);
  }

  #stage(): TemplateResult {
    const { stage } = this;
    const open = (files: readonly File[]): void => void this.#wait(files, () => this.#open(files));
    switch (stage.kind) {
      case 'looking':
        return html`<p class="lead">${words().oneMoment}</p>`;
      case 'none':
        return chooser(open);
      case 'opened':
        return setup(stage, {
          change: (changed) => (this.stage = { ...stage, ...changed }),
          look: (source) => void this.#wait([source.file], () => this.#lookAt(source, stage, stage.others)),
          fail: (why) => (this.notice = () => problem(why)),
          begin: (choice) => void this.#begin(choice, stage.others),
          close: () => {
            this.#look.abort();
            this.#home();
          },
        });
      case 'reading':
        return comingIn(stage.file, stage.rows, () => {
          stage.stop.abort();
          this.#home();
        });
      case 'job': {
        const { labeller } = stage;
        return html`${progress(labeller, this.missing, () => void this.#remove(labeller))}
          <job-results .labeller=${labeller} .read=${labeller.job.readings.read} .isAtWork=${labeller.isAtWork}></job-results>`;
      }
    }
  }
}

customElements.define('files-page', FilesPage);
