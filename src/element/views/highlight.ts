import { css, html, nothing, type TemplateResult } from 'lit';
import { EMOTIONS, type Emotion } from '../../shared/emotions';
import type { Reading } from '../../shared/reading';
import type { Language } from '../language';
import { shape } from '../shapes';
import { readingIn, type State } from '../state';

/** A sentence of the text and what it says. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly label: Emotion | null;
}

/** The sentences of a reading; a text that was read at once is one. */
export function sentencesOf(reading: Reading, text: string): readonly Sentence[] {
  return reading.sentences ?? [{ start: 0, end: text.length, label: reading.label }];
}

/** Those of the reading that shows, if one does. */
export function sentencesIn(state: State, text: string): readonly Sentence[] {
  const reading = readingIn(state);
  return reading ? sentencesOf(reading, text) : [];
}

/** What the tints of the text mean: all six, so that nothing moves, with the number of sentences; and each sentence in words. */
export function legend(state: State, text: string, { words }: Language): TemplateResult | typeof nothing {
  if (state.kind === 'empty') return nothing;
  const sentences = sentencesIn(state, text);
  return html`<span class="legend" part="legend" role="list" aria-label=${words.allEmotions}
      >${EMOTIONS.map((emotion) => {
        const count = sentences.filter(({ label }) => label === emotion).length;
        return html`<span class="${emotion} ${count > 0 ? 'found' : ''}" role="listitem"
          >${shape(emotion)}<span class="name">${words.emotions[emotion]}</span> ${count}</span
        >`;
      })}</span
    ><span class="sentences" role="list" aria-label=${words.sentences}
      >${sentences.map(
        ({ start, end, label }) =>
          html`<span role="listitem"
            >${label ? words.emotions[label] : words.reasons.unsure}: ${text.slice(start, end).trim()}</span
          >`,
      )}</span
    >`;
}

export const highlightStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1em;
    margin-block: 0.3em;
    font-size: 0.8em;
    font-variant-numeric: tabular-nums;
  }

  .legend > * {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
  }

  .legend svg {
    color: var(--none);
  }

  .legend > .found {
    font-weight: bold;
  }

  .legend > .found svg {
    color: var(--fill);
  }

  .sentences {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
