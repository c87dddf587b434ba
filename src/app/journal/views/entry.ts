/** One entry in the list. */
import { html, nothing, type TemplateResult } from 'lit';
import { feeling } from '../../words/feelings';
import { fill } from '../../words/forms';
import { words } from '../../words/speech';
import { dayName } from '../days';
import { dayOf, type Entry } from '../entry';
import { moodInWords, moodOf } from '../mood';

/** Shown of a long entry until it is opened, in UTF-16 units. */
const IN_THE_LIST = 700;

export interface EntryActions {
  readonly edit: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
  readonly unfold: (entry: Entry) => void;
}

/** @param isOld whether another model than the page's own has read it */
export function entryView(entry: Entry, isOld: boolean, isWhole: boolean, { edit, remove, unfold }: EntryActions): TemplateResult {
  const { at, text, reading } = entry;
  const said = words().journal;
  const day = dayName(dayOf(entry));
  const isLong = text.length > IN_THE_LIST;
  return html`<article class="entry ${moodOf([reading]).label ?? 'not-sure'}" aria-labelledby="entry-${entry.id}">
    <header>
      <div>
        <h3 id="entry-${entry.id}"><bdi>${day}</bdi><span class="time">${at.slice(11)}</span></h3>
        <p class="mood">
          ${moodInWords(reading)}${
            isOld ? html` <span class="old">· ${said.readByOlder}</span>` : nothing
          }${reading?.isCut ? html` <span class="old">· ${said.readInPart}</span>` : nothing}
        </p>
      </div>
      <p class="buttons">
        ${button(said.edit, fill(said.editOf, { day }), () => {
          edit(entry);
        })}
        ${button(said.delete, fill(said.deleteOf, { day }), () => {
          remove(entry);
        })}
      </p>
    </header>
    <p class="text" dir="auto">${tinted(entry, isLong && !isWhole ? IN_THE_LIST : text.length)}</p>
    ${
      isLong && !isWhole
        ? html`<p class="buttons">
            ${button(said.showAll, fill(said.showAllOf, { day }), () => {
              unfold(entry);
            })}
          </p>`
        : nothing
    }
  </article>`;
}

const button = (said: string, name: string, act: () => void): TemplateResult =>
  html`<button type="button" class="quiet" aria-label=${name} @click=${act}>${said}</button>`;

/** The text up to there, its clear sentences marked. */
function tinted({ text, reading }: Entry, end: number): (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let at = 0;
  for (const sentence of reading?.sentences ?? []) {
    if (!sentence.label || sentence.start >= end) continue;
    const stop = Math.min(sentence.end, end);
    parts.push(text.slice(at, sentence.start));
    parts.push(
      html`<span class="sentence ${sentence.label}" title=${feeling(sentence.label)}>${text.slice(sentence.start, stop)}</span>`,
    );
    at = stop;
  }
  parts.push(text.slice(at, end));
  if (end < text.length) parts.push('…');
  return parts;
}
