import { css, html, type TemplateResult } from 'lit';
import { EMOTIONS } from '../../shared/emotions';
import type { Language } from '../language';
import { shape } from '../shapes';
import { readingIn, type State } from '../state';

/** Six meters in an order of their own, so that none jumps during typing; empty until there is a reading. */
export function bars(state: State, { words, score: said }: Language): TemplateResult {
  const reading = readingIn(state);
  return html`<span class="bars" part="bars" role="group" aria-label=${words.allEmotions}
    >${EMOTIONS.map((emotion) => {
      const score = reading?.scores.find(({ label }) => label === emotion)?.score ?? 0;
      const name = words.emotions[emotion];
      return html`<span class="row ${emotion}" part="row"
        ><span class="name">${shape(emotion)}${name}</span
        ><span
          class="meter"
          part="meter"
          role="meter"
          aria-label=${name}
          aria-valuemin="0"
          aria-valuemax="1"
          aria-valuenow=${score.toFixed(3)}
          aria-valuetext=${said(score)}
          ><span class="fill" part="fill" .style=${`inline-size: ${(score * 100).toFixed(1)}%`}></span></span
        ><span class="value" aria-hidden="true">${said(score)}</span></span
      >`;
    })}</span
  >`;
}

export const barsStyles = css`
  .bars {
    display: grid;
    grid-template-columns: max-content minmax(4rem, 24rem) max-content;
    gap: 0.35em 0.8em;
    margin-block: 0.4em;
    font-size: 0.9em;
  }

  .row {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
  }

  .name {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }

  .name svg {
    color: var(--fill);
  }

  .meter {
    display: block;
    block-size: 0.6em;
    overflow: hidden;
    border-radius: 999px;
    background: color-mix(in srgb, var(--fill) 15%, Canvas);
  }

  .fill {
    display: block;
    block-size: 100%;
    background: var(--fill);
  }

  .value {
    min-inline-size: 3.2em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  @media (prefers-reduced-motion: no-preference) {
    .fill {
      transition: inline-size 0.2s;
    }
  }

  @media (forced-colors: active) {
    .meter {
      outline: 1px solid CanvasText;
    }

    .fill {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
