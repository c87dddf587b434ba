import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import { problem } from '../../words/problem';
import { counted, figure, language, number, words } from '../../words/speech';
import type { Job } from '../job';
import type { KeptJob } from '../kept-job';
import type { Labeller } from '../labeller';
import { timeLeft } from '../../../tables/pace';
import { accountsSentence, missingSentence } from './accounts';
import { formatNamed } from '../../../tables/formats/list';
import { fetching } from '../../write/note';

/**
 * How far a file is, and what one can do about it.
 * @param missing bytes of the model that were not on this device when the page opened; `null` while that is not known
 */
export function progress(labeller: Labeller, missing: number | null, remove: () => void): TemplateResult {
  const { job, work, kept, isAtWork } = labeller;
  const { read, length } = job.readings;
  const said = words().files;
  return html`<section class="panel progress" aria-labelledby="job-title">
    <h2 id="job-title">${job.choice.source.file.name}</h2>
    <progress aria-label=${said.rowsRead} max=${length} .value=${read}></progress>
    <p class="figures">
      <span id="rows-read">${fill(said.readOf, { read: number(read), total: number(length) })}</span
      >${isAtWork ? pace(labeller) : nothing}
    </p>
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
              ${isAtWork ? said.pause : read > 0 ? said.resume : said.start}
            </button>`
      }
      <button type="button" @click=${remove}>${work.kind === 'done' ? said.remove : said.cancelAndRemove}</button>
    </p>
  </section>`;
}

const whyLost = ({ isElsewhere }: KeptJob): string => (isElsewhere ? words().files.elsewhere : words().files.keepsNothing);

function pace({ pace: { speed }, job: { readings } }: Labeller): TemplateResult | typeof nothing {
  if (speed === 0) return nothing;
  const said = words().files;
  const rate = figure(speed, { maximumFractionDigits: speed < 10 ? 1 : 0 });
  const time = timeLeft(readings.length - readings.read, speed, language());
  return html`<span>${fill(said.speed, { rate })}</span><span>${fill(said.timeLeft, { time })}</span>`;
}

export function says({ work, job, kept }: Labeller, missing: number | null): string {
  const said = words().files;
  switch (work.kind) {
    case 'waiting':
      return said.waiting;
    case 'starting':
      return fetching(work.loaded, missing);
    case 'labelling':
      return said.reading;
    case 'paused':
      if (job.readings.read === 0) return said.notBegun;
      return kept.survives ? said.pausedKept : said.paused;
    case 'stopped':
      return fill(said.stopped, { why: problem(work.error) });
    case 'done':
      return counted(said.done, job.readings.length);
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
  return html`<p class="note">${counted(words().files.stray, strayCount)}</p>`;
}

function garbledRows({ garbledCount, choice }: Job): TemplateResult | typeof nothing {
  if (!(garbledCount > 0)) return nothing; // unknown of a file that an older version of this page kept
  const { encoding } = choice.source;
  return html`<p class="note">${counted(words().files.unknownCharacters, garbledCount, { encoding })}</p>`;
}

function brokenRows({ broken, brokenCount }: Job): TemplateResult | typeof nothing {
  if (brokenCount === 0) return nothing;
  const said = words().files;
  return html`<details class="broken">
    <summary>${counted(said.broken, brokenCount)}</summary>
    <ul>
      ${broken.map(({ number, why }) => html`<li>${fill(said.brokenRow, { i: String(number), why })}</li>`)}
      ${brokenCount > broken.length ? html`<li>${counted(said.more, brokenCount - broken.length)}</li>` : nothing}
    </ul>
  </details>`;
}
