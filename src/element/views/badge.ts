import { css, html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../shared/reading';
import type { Language } from '../language';
import { shape } from '../shapes';
import type { Parts } from '../../shared/protocol';
import type { State } from '../state';

/**
 * The badge of a state, beside the text. It stands in a box that is as wide as the widest label from the start, so that nothing
 * moves when the label arrives. Blank text has none.
 */
export function badge(state: State, language: Language, onAct: () => void): TemplateResult | typeof nothing {
  if (state.kind === 'empty') return nothing;
  const [first, second] = language.widest;
  return html`<span class="box" tabindex="-1"
    ><span class="room" aria-hidden="true">${shape(null)}${first}&nbsp;+ ${shape(null)}${second}</span
    >${content(state, language, onAct)}</span
  >`;
}

function content(state: Exclude<State, { kind: 'empty' }>, language: Language, onAct: () => void): TemplateResult | typeof nothing {
  const { words } = language;
  switch (state.kind) {
    case 'waiting':
      return nothing;
    case 'offered':
      return html`<button class="badge" part="badge offer" type="button" title=${words.offerHint} @click=${onAct}>
        ${words.offer(language.megabytes(state.bytes))}
      </button>`;
    case 'loading':
      return loading(state.fraction, state.parts ?? null, language);
    case 'read':
    case 'unsure':
      return state.stale ? loading(null, state.stale.parts, language) : label(state.reading, language);
    case 'failed':
      return html`<button
        class="badge failed"
        part="badge retry"
        type="button"
        title=${`${state.error.message} ${words.retry}`}
        @click=${onAct}
      >
        ${words.failures[state.error.code]}
      </button>`;
    default:
      return state satisfies never;
  }
}

function loading(fraction: number | null, parts: Parts | null, { words, percent, count }: Language): TemplateResult {
  const reading = parts ? words.readingParts(count(parts.read), count(parts.total)) : words.reading;
  return html`<span class="badge loading" part="badge"
    >${
      fraction === null || fraction >= 1
        ? html`<span class="doing" title=${reading}>${reading}</span>`
        : html`<progress part="progress" aria-label=${words.loadingModel} .value=${fraction} max="1"></progress
            >${percent(fraction)}`
    }</span
  >`;
}

function label({ label, reason, mixed, scores }: Reading, { words, score }: Language): TemplateResult {
  const word = label ? words.emotions[label] : words.reasons[reason ?? 'unsure'];
  const strength = label && !mixed && scores[0] ? html`<span class="score" part="score">${score(scores[0].score)}</span>` : nothing;
  const second = mixed ? html`<span class="mixed ${mixed}" part="mixed">+ ${shape(mixed)}${words.emotions[mixed]}</span>` : nothing;
  return html`<span class="badge ${label ?? 'none'}" part="badge" role="group" aria-label=${words.emotion}
    >${shape(label)}<span part="label">${word}</span>${strength}${second}</span
  >`;
}

export const badgeStyles = css`
  .box {
    max-inline-size: 100%;
    display: inline-grid;
    justify-items: left;
    vertical-align: baseline;
    font-size: 0.85em;
    line-height: 1.5;
    white-space: nowrap;
    outline: none;
  }

  /* Beside the text, which has the page's direction; the words inside have that of their own language. */
  :host(:dir(rtl)) .box {
    justify-items: right;
  }

  .box > * {
    grid-area: 1 / 1;
  }

  .room {
    min-inline-size: 0;
    overflow: clip;
    visibility: hidden;
    padding: 0.1em 0.6em;
    border: 1px solid;
  }

  .room svg {
    margin-inline-end: 0.35em;
  }

  .badge {
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    margin: 0;
    padding: 0.1em 0.6em;
    border: 1px solid color-mix(in srgb, var(--tone) 45%, transparent);
    border-radius: 999px;
    background: color-mix(in srgb, var(--fill) 9%, Canvas);
    color: var(--tone);
    font: inherit;
  }

  /* No wider than the room that is kept: what follows does not move for it. */
  .loading {
    inline-size: 0;
    min-inline-size: 100%;
  }

  .doing {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  :is(.badge, .mixed) > svg {
    color: var(--fill);
  }

  button.badge {
    cursor: pointer;
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
  }

  .score {
    font-variant-numeric: tabular-nums;
  }

  .mixed {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    color: var(--tone);
  }

  .failed {
    white-space: normal;
    text-align: start;
    border-radius: 0.8em;
  }

  progress {
    width: 4em;
    height: 0.5em;
    accent-color: var(--tone);
  }

  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }

    button.badge {
      border-color: ButtonBorder;
      color: ButtonText;
    }
  }
`;
