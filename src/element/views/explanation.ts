import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../language';
import { readingIn, staleIn, type ExplanationState, type State } from '../state';

/** As many words as a person takes in at a glance, and none that hardly matters. */
const MOST_WORDS = 6;
const LEAST_WEIGHT = 0.02;

/** A button that asks why, and the answer below it: the words that count most, strongest first. */
export function explanation(state: State, explained: ExplanationState, language: Language, onAsk: () => void): TemplateResult {
  const isOpen = explained.kind !== 'closed';
  // Never `disabled`: a text that turns out unsure would take the focus from whoever is on it.
  const isAnswerable = Boolean(readingIn(state)?.label) && !staleIn(state);
  return html`<button
      class="why"
      part="explain-button"
      type="button"
      aria-expanded=${isOpen}
      aria-controls="explanation"
      aria-disabled=${!isAnswerable}
      @click=${isAnswerable ? onAsk : nothing}
    >
      ${language.words.explain}</button
    ><span class="explanation ${readingIn(state)?.label ?? ''}" part="explanation" id="explanation" ?hidden=${!isOpen}
      >${answer(explained, language)}</span
    >`;
}

function answer(explained: ExplanationState, { words }: Language): TemplateResult | string | typeof nothing {
  switch (explained.kind) {
    case 'closed':
      return nothing;
    case 'loading':
      return words.reading;
    case 'failed':
      return html`<span title=${explained.error.message}>${words.failures[explained.error.code]}</span>`;
    case 'open': {
      const strongest = explained.words
        .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, MOST_WORDS);
      if (strongest.length === 0) return words.noWord;
      return html`<span role="list"
        >${strongest.map(
          ({ text, weight }) =>
            html`<span role="listitem" class="word ${weight > 0 ? 'for' : 'against'}" part="word"
              ><bdi>${text}</bdi> <span class="direction">${weight > 0 ? words.speaksFor : words.speaksAgainst}</span></span
            >`,
        )}</span
      >`;
    }
    default:
      return explained satisfies never;
  }
}

export const explanationStyles = css`
  .why {
    margin-inline-start: 0.4em;
    padding: 0.1em 0.6em;
    border: 1px solid;
    border-radius: 999px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.85em;
    line-height: 1.5;
    cursor: pointer;
  }

  .why[aria-disabled='true'] {
    color: GrayText;
    cursor: default;
  }

  .explanation:not([hidden]) {
    display: block;
    margin-block: 0.4em;
    font-size: 0.9em;
  }

  .explanation [role='list'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.6em;
  }

  .word {
    padding: 0.1em 0.5em;
    border: 1px solid var(--none);
    border-radius: 0.4em;
  }

  .word.for {
    border-color: var(--tone);
    background: color-mix(in srgb, var(--tone) 12%, Canvas);
    color: var(--tone);
  }

  .word.against {
    border-style: dashed;
  }

  .direction {
    font-size: 0.85em;
  }
`;
