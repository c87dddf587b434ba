import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../language';
import type { ExplanationState } from '../explainer';
import { readingIn, staleIn, type State } from '../state';
import { sentencesIn } from './highlight';

/** A button that asks why, and the answer below it: the words that count. */
export function explanation(
  state: State,
  text: string,
  explained: ExplanationState,
  language: Language,
  onAsk: () => void,
): TemplateResult {
  const isOpen = explained.kind !== 'closed';
  // Never `disabled`: a text that turns out unsure would take the focus away.
  const reading = readingIn(state);
  const isAnswerable = reading !== null && (reading.label !== null || reading.reason === 'unsure') && !staleIn(state);
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
    ><span class="explanation" part="explanation" id="explanation" ?hidden=${!isOpen}
      >${answer(state, text, explained, language)}</span
    >`;
}

function answer(
  state: State,
  text: string,
  explained: ExplanationState,
  language: Language,
): TemplateResult | string | typeof nothing {
  const { words } = language;
  switch (explained.kind) {
    case 'closed':
      return nothing;
    case 'loading':
      return words.reading;
    case 'failed':
      return html`<span title=${explained.error.message}>${words.failures[explained.error.code]}</span>`;
    case 'open':
      return explained.why(text, explained.words, sentencesIn(state, text), language);
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

  .shaded {
    display: block;
    max-inline-size: 42em;
    margin-block-end: 0.4em;
    line-height: 1.7;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  mark {
    border-radius: 0.2em;
    background: color-mix(in srgb, var(--fill) calc(8% + var(--strength) / 4), Canvas);
    color: inherit;
    text-decoration: underline solid var(--tone);
    text-underline-offset: 0.2em;
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }

  mark.against {
    background: none;
    color: inherit;
    text-decoration-style: dashed;
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
    background: color-mix(in srgb, var(--fill) 12%, Canvas);
    color: var(--tone);
  }

  .word.against {
    border-style: dashed;
  }

  .direction {
    font-size: 0.85em;
  }
`;
