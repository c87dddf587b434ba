import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { saveFile } from '../../save-file';
import { fill } from '../../words/forms';
import { problem } from '../../words/problem';
import type { Saying } from '../../words/saying';
import { Speaker } from '../../words/speaker';
import { counted, words } from '../../words/speech';
import { endingOf, exportName, exportOf, FORMS, type Exported, type Form } from '../export';
import type { Job } from '../job';
import type { KeptJob } from '../kept-job';
import { provenanceOf } from '../provenance';

const NAMES: Readonly<Partial<Record<string, string>>> = { xlsx: 'Excel', parquet: 'Parquet' };

const nameOf = (ending: string): string => NAMES[ending] ?? ending.toUpperCase();

/** The file as it came, and what else it can be: not the same again. */
function offers(job: Job): readonly (readonly [form: Form, name: string])[] {
  const came = endingOf(job, 'came');
  const { format, layout, encoding } = job.choice.source;
  const isSimple = format !== 'csv' || (layout.separator === ',' && encoding === 'utf-8');
  return FORMS.flatMap((form) => {
    if (form !== came) return [[form, nameOf(endingOf(job, form))] as const];
    return form === 'csv' && !isSimple ? [[form, words().files.plainCsv] as const] : [];
  });
}

const BIBTEX = `@software{emotion_tag,
  title  = {emotion-tag: the emotion of a text, told inside the reader's own browser},
  author = {{The emotion-tag contributors}},
  note   = {Version and model hash: see the file that tells how the labels were made}
}`;

/** How the rows are taken along: as their file came, or for another program; with how they were made, where somebody wants that. */
export class JobExport extends LitElement {
  static override properties: PropertyDeclarations = {
    job: { attribute: false },
    kept: { attribute: false },
    read: { attribute: false },
    shown: { attribute: false },
    isOnlyShown: { state: true },
    isTold: { state: true },
    said: { state: true },
  };

  declare job: Job;
  declare kept: KeptJob;
  declare read: number;
  /** The rows that a filter lets through; `null` where none is set. */
  declare shown: Uint32Array | null;
  declare private isOnlyShown: boolean;
  /** Whether a second file says how the labels were made. */
  declare private isTold: boolean;
  /** What became of an export. */
  declare private said: Saying | null;

  constructor() {
    super();
    new Speaker(this);
    this.isOnlyShown = this.isTold = false;
    this.said = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { job, read, shown } = this;
    const said = words().files;
    return html`<section aria-labelledby="export-title">
      <h2 id="export-title">${said.download}</h2>
      <p>${said.downloadMeans} ${read < job.readings.length ? counted(said.soFar, read) : nothing}</p>
      ${
        shown
          ? html`<p class="check">
              <input
                id="only-shown"
                type="checkbox"
                .checked=${this.isOnlyShown}
                @change=${({ target }: Event) => {
                  this.isOnlyShown = (target as HTMLInputElement).checked;
                }}
              />
              <label for="only-shown">${counted(said.onlyShown, shown.length)}</label>
            </p>`
          : nothing
      }
      <p class="check">
        <input
          id="told"
          type="checkbox"
          .checked=${this.isTold}
          @change=${({ target }: Event) => {
            this.isTold = (target as HTMLInputElement).checked;
          }}
        />
        <label for="told">${said.saveHow}</label>
      </p>
      <p class="buttons">
        ${offers(job).map(
          ([form, name]) =>
            html`<button type="button" ?disabled=${read === 0} @click=${() => void this.#export(form)}>
              ${fill(said.saveAs, { kind: name })}
            </button>`,
        )}
        <span role="status">${this.said?.()}</span>
      </p>
      <details>
        <summary>${said.cite}</summary>
        <pre>${BIBTEX}</pre>
      </details>
    </section>`;
  }

  async #export(form: Form): Promise<void> {
    this.said = () => words().files.saving;
    try {
      const wanted = this.shown && this.isOnlyShown ? this.shown : null;
      const exported = await exportOf(this.job, form, wanted);
      saveFile(exported.blob, exported.name);
      if (this.isTold) await this.#tell(exported);
      this.said = () => [fill(words().files.saved, { file: exported.name }), ...told(exported)].join(' ');
    } catch (error) {
      this.said = () => problem(error);
    }
  }

  async #tell(exported: Exported): Promise<void> {
    const provenance = await provenanceOf(this.job, this.kept, exported);
    const json = new Blob([JSON.stringify(provenance, null, 2), '\n'], { type: 'application/json' });
    saveFile(json, exportName(this.job, 'made.json'));
  }
}

/** What the file has otherwise than it came. */
function told({ defused, lost }: Exported): string[] {
  const said = words().files;
  return [...(defused > 0 ? [counted(said.defused, defused)] : []), ...(lost > 0 ? [counted(said.lostCharacters, lost)] : [])];
}

customElements.define('job-export', JobExport);
