import { html, type TemplateResult } from 'lit';
import type { Emotion, Reading, SentenceReading } from '../../index';
import { share } from '../numbers';
import '../quoted-reading';
import { feeling, feelingOfText } from '../words/feelings';
import { words } from '../words/speech';
import { arc, sentenceName, type Walk } from './arc';
import { strongestSentences, summary } from './summary';

/** A text of several sentences, as it was read. */
export interface Passage {
  readonly text: string;
  readonly reading: Reading;
  readonly sentences: readonly SentenceReading[];
}

/** The reading's shares, and what none of them has. */
export function sharesOf({ shares = [] }: Reading): { label: Emotion | null; share: number }[] {
  const rest = 1 - shares.reduce((sum, { share }) => sum + share, 0);
  return rest > 1e-9 ? [...shares, { label: null, share: rest }] : [...shares];
}

/**
 * How a text goes on: in a sentence, in shares, along its sentences, and in those that say most. The text itself stands in the box.
 * @param picked the sentence that was chosen, from 0
 * @param looked the one that a pointer is at; else the same
 */
export function course(passage: Passage, picked: number, looked: number, walk: Walk): TemplateResult {
  const { text, reading, sentences } = passage;
  const said = words().write;
  const quote = (i: number): string => text.slice(sentences[i]?.start, sentences[i]?.end).trim();
  const strongest = strongestSentences(sentences);
  return html`
    <p id="summary">${summary(reading, sentences)}</p>
    <ul class="shares" aria-label=${said.shares}>
      ${sharesOf(reading).map(
        ({ label, share: part }) =>
          html`<li class=${label ?? 'not-sure'} .style=${`flex-grow: ${String(Math.max(1, Math.round(part * 100)))}`}>
            <span>${feelingOfText(label)} ${share(part)}</span>
          </li>`,
      )}
    </ul>
    ${arc(sentences, picked, looked, walk)}
    <figure class="picked">
      <figcaption>${sentenceName(sentences, picked)}</figcaption>
      <quoted-reading .text=${quote(picked)}></quoted-reading>
    </figure>
    <section class="strongest" aria-labelledby="strongest-title" ?hidden=${strongest.length === 0}>
      <h3 id="strongest-title">${said.strongest}</h3>
      <ul>
        ${strongest.map(
          (i) =>
            html`<li class=${sentences[i]?.label ?? 'not-sure'}>
              <button
                type="button"
                @click=${() => {
                  walk.pick(i);
                }}
                @pointerenter=${() => {
                  walk.look(i);
                }}
                @pointerleave=${() => {
                  walk.look(-1);
                }}
              >
                <span dir="auto">${quote(i)}</span> <small>${feeling(sentences[i]?.label ?? null)}</small>
              </button>
            </li>`,
        )}
      </ul>
    </section>
  `;
}
