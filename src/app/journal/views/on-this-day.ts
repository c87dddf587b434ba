/** What was written on this day in earlier years. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import { counted, words } from '../../words/speech';
import { dayOf, type Entry } from '../entry';
import { moodName, moodOf } from '../mood';

/** Of each, in UTF-16 units; and how many. */
const EXCERPT = 160;
const MOST = 5;

export function onThisDayView(
  entries: readonly Entry[],
  today: string,
  pick: (day: string) => void,
): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  return html`<section aria-labelledby="this-day-title">
    <h2 id="this-day-title">${words().journal.onThisDay}</h2>
    <ul class="this-day">
      ${entries.slice(0, MOST).map((entry) => {
        const years = Number(today.slice(0, 4)) - Number(entry.at.slice(0, 4));
        return html`<li class=${moodOf([entry.reading]).label ?? 'not-sure'}>
          <button
            type="button"
            class="quiet"
            @click=${() => {
              pick(dayOf(entry));
            }}
          >
            ${fill(words().journal.thenMood, { when: counted(words().journal.yearsAgo, years), mood: moodName(entry.reading) })}
          </button>
          <p dir="auto">${entry.text.length > EXCERPT ? `${entry.text.slice(0, EXCERPT)}…` : entry.text}</p>
        </li>`;
      })}
    </ul>
  </section>`;
}
