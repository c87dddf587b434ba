import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../attributes';
import type { Language } from '../language';
import type { ExplanationState } from '../explainer';
import { staleIn, type State } from '../state';
import { badge } from './badge';
import { bars } from './bars';
import { explanation } from './explanation';
import { legend } from './highlight';

/** Everything that a tag shows beside its text. */
export interface Answer {
  readonly view: View;
  readonly state: State;
  /** The text that was read. */
  readonly text: string;
  /** What is told of the reasons; `null` where nobody may ask. */
  readonly explained: ExplanationState | null;
  readonly language: Language;
  /** The badge was pressed: a download allowed, or another try asked for. */
  readonly onAct: () => void;
  readonly onAsk: () => void;
}

/** The badge, the button that asks why, and what the view adds. */
export function answer({ view, state, text, explained, language, onAct, onAsk }: Answer): TemplateResult {
  return html`<span class="answer ${staleIn(state) ? 'stale' : ''}" lang=${language.tag} dir=${language.direction} translate="no"
    >${badge(state, language, onAct)}${
      explained && state.kind !== 'empty' ? explanation(state, text, explained, language, onAsk) : nothing
    }${view === 'bars' ? bars(state, language) : nothing}${view === 'highlight' ? legend(state, text, language) : nothing}</span
  >`;
}
