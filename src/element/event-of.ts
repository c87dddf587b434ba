import { EmotionChangeEvent, EmotionErrorEvent, EmotionProgressEvent } from './events';
import { staleIn, type State } from './state';

/** The event for a state that a tag reaches; `null` if it fires none. */
export function eventOf(state: State): Event | null {
  if (state.kind === 'loading') return state.fraction === null || state.parts ? null : new EmotionProgressEvent(state.fraction);
  if (state.kind === 'failed') return new EmotionErrorEvent(state.error);
  if ((state.kind !== 'read' && state.kind !== 'unsure') || staleIn(state)) return null;
  return new EmotionChangeEvent(state.reading);
}
