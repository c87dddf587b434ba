import { html, nothing, type TemplateResult } from 'lit';
import type { Job } from '../job';
import type { KeptJob } from '../kept-job';
import type { Labeller } from '../labeller';
import { timeLeft } from '../../../tables/pace';
import { accountsSentence, missingSentence } from './accounts';
import { formatNamed } from '../../../tables/formats/list';
import { fetching } from '../../write/note';

const count = (rows: number): string => rows.toLocaleString('en');

/**
 * How far a file is, and what one can do about it.
 * @param missing bytes of the model that were not on this device when the page opened; `null` while that is not known
 */
export function progress(labeller: Labeller, missing: number | null, remove: () => void): TemplateResult {
  const { job, work, kept, isAtWork } = labeller;
  const { read, length } = job.readings;
  return html`<section class="panel progress" aria-labelledby="job-title">
    <h2 id="job-title">${job.choice.source.file.name}</h2>
    <progress aria-label="Rows read" max=${length} .value=${read}></progress>
    <p class="figures"><span id="rows-read">${count(read)} of ${count(length)} rows</span>${isAtWork ? pace(labeller) : nothing}</p>
    <p id="work" role="status">${says(labeller, missing)}</p>
    ${kept.survives ? nothing : html`<p class="note">${whyLost(kept)}</p>`} ${accounts(job)} ${brokenRows(job)} ${strayRows(job)}
    ${garbledRows(job)}
    <p class="buttons">
      ${
        work.kind === 'done'
          ? nothing
          : html`<button
              type="button"
              class="primary"
              @click=${() => {
                if (isAtWork) labeller.pause();
                else void labeller.start();
              }}
            >
              ${isAtWork ? 'Pause' : read > 0 ? 'Go on' : 'Start'}
            </button>`
      }
      <button type="button" @click=${remove}>${work.kind === 'done' ? 'Remove the file' : 'Cancel and remove'}</button>
    </p>
  </section>`;
}

const whyLost = ({ isElsewhere }: KeptJob): string =>
  isElsewhere
    ? 'Another tab has this page open, and only its file is kept: a reload would lose this one.'
    : 'This browser keeps nothing of the file: a reload would lose it.';

function pace({ pace: { speed }, job: { readings } }: Labeller): TemplateResult | typeof nothing {
  if (speed === 0) return nothing;
  const rate = speed < 10 ? speed.toFixed(1) : speed.toFixed(0);
  return html`<span>${rate} rows a second</span><span>about ${timeLeft(readings.length - readings.read, speed)} left</span>`;
}

function says({ work, job, kept }: Labeller, missing: number | null): string {
  switch (work.kind) {
    case 'starting':
      return fetching(work.loaded, missing);
    case 'labelling':
      return 'Reading, also while you look at other pages of this app.';
    case 'paused':
      if (job.readings.read === 0) return 'Not begun.';
      return kept.survives ? 'Paused. What was read is kept.' : 'Paused.';
    case 'stopped':
      return `Stopped: ${work.why}`;
    case 'done':
      return 'Every row is read.';
  }
}

function accounts({ accounts, choice }: Job): TemplateResult | typeof nothing {
  if (!accounts) return nothing;
  const missing = missingSentence(accounts);
  return html`<p class="note" id="accounts">${accountsSentence(accounts, formatNamed(choice.source.format).unit)}</p>
    ${missing ? html`<p class="failed" role="alert">${missing}</p>` : nothing}`;
}

function strayRows({ strayCount }: Job): TemplateResult | typeof nothing {
  if (!(strayCount > 0)) return nothing;
  const has = strayCount === 1 ? '1 row has' : `${count(strayCount)} rows have`;
  return html`<p class="note">${has} a quotation mark that opens or closes nothing. It is read as it stands.</p>`;
}

function garbledRows({ garbledCount, choice }: Job): TemplateResult | typeof nothing {
  if (!(garbledCount > 0)) return nothing; // unknown of a file that an older version of this page kept
  const has = garbledCount === 1 ? '1 row has' : `${count(garbledCount)} rows have`;
  return html`<p class="note">${has} a � where a character is none of ${choice.source.encoding}, or was lost before.</p>`;
}

function brokenRows({ broken, brokenCount }: Job): TemplateResult | typeof nothing {
  if (brokenCount === 0) return nothing;
  return html`<details class="broken">
    <summary>
      ${brokenCount === 1 ? '1 row' : `${count(brokenCount)} rows`} of the file could not be read and
      ${brokenCount === 1 ? 'is' : 'are'} left out
    </summary>
    <ul>
      ${broken.map(({ number, why }) => html`<li>Row ${number}: ${why}.</li>`)}
      ${brokenCount > broken.length ? html`<li>And ${count(brokenCount - broken.length)} more.</li>` : nothing}
    </ul>
  </details>`;
}
