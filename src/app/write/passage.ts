import { html, type TemplateResult } from 'lit';
import { sharesOf, type Reading, type SentenceReading } from '../../index';
import { share } from '../numbers';
import { arc, sentenceName } from './arc';
import { strongestSentences, summary } from './summary';

/** A text of several sentences, as it was read. */
export interface Passage {
  readonly text: string;
  readonly reading: Reading;
  readonly sentences: readonly SentenceReading[];
}

/**
 * How a text goes on: in a sentence, in shares, along its sentences, and in those that say most. The text itself stands in the box.
 * @param picked the sentence that is looked at, from 0
 */
export function course(passage: Passage, picked: number, pick: (picked: number) => void): TemplateResult {
  const { text, reading, sentences } = passage;
  const quote = (i: number): string => text.slice(sentences[i]?.start, sentences[i]?.end).trim();
  return html`
    <p id="summary">${summary(reading, sentences)}</p>
    <ul class="shares" aria-label="Shares of the text">
      ${sharesOf(sentences).map(
        ({ label, share: part }) =>
          html`<li class=${label ?? 'not-sure'} .style=${`flex-grow: ${String(Math.max(1, Math.round(part * 100)))}`}>
            <span>${label ?? 'no clear feeling'} ${share(part)}</span>
          </li>`,
      )}
    </ul>
    ${arc(sentences, picked, pick)}
    <figure class="picked">
      <figcaption>${sentenceName(sentences, picked)}</figcaption>
      <blockquote dir="auto">${quote(picked)}</blockquote>
      <emotion-tag explain .text=${quote(picked)}></emotion-tag>
    </figure>
    <section class="strongest" aria-labelledby="strongest-title" ?hidden=${strongestSentences(sentences).length === 0}>
      <h3 id="strongest-title">Strongest sentences</h3>
      <ul>
        ${strongestSentences(sentences).map(
          (i) =>
            html`<li class=${sentences[i]?.label ?? 'not-sure'}>
              <button
                type="button"
                @click=${() => {
                  pick(i);
                }}
              >
                <span dir="auto">${quote(i)}</span> <small>${sentences[i]?.label}</small>
              </button>
            </li>`,
        )}
      </ul>
    </section>
  `;
}
