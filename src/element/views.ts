import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../shared/reading';
import { shape } from './shapes';
import type { State } from './state';
import { strings } from './strings';

/** The badge of a state. Blank text has none. */
export function view(state: State): TemplateResult | typeof nothing {
  switch (state.kind) {
    case 'empty':
      return nothing;
    case 'loading':
      return loading(state.fraction);
    case 'read':
    case 'unsure':
      return badge(state.reading);
    case 'failed':
      return html`<span class="badge failed" part="badge" title=${state.error.message}
        >${strings.failures[state.error.code]}</span
      >`;
    default:
      return state satisfies never;
  }
}

function loading(fraction: number | null): TemplateResult {
  return html`<span class="badge" part="badge"
    >${
      fraction === null || fraction >= 1
        ? strings.loading
        : html`<progress part="progress" aria-label=${strings.loadingModel} .value=${fraction} max="1"></progress
            >${percent(fraction)}`
    }</span
  >`;
}

function badge({ label, reason, mixed, scores }: Reading): TemplateResult {
  const words = label ? strings.emotions[label] : strings.reasons[reason ?? 'unsure'];
  return html`<span class="badge ${label ?? 'none'}" part="badge"
    >${shape(label)}<span part="label">${words}</span>${
      label && scores[0] ? html`<span class="score" part="score">${percent(scores[0].score)}</span>` : nothing
    }${mixed ? html`<span class="mixed" part="mixed">${strings.mixedWith(strings.emotions[mixed])}</span>` : nothing}</span
  >`;
}

const percent = (part: number): string => `${String(Math.round(part * 100))} %`;
