import { EmotionChangeEvent, EmotionErrorEvent, EmotionProgressEvent } from './events';
import { staleIn, type State } from './state';

/** What a tag tells of a state that it comes to; `null` where that is nothing. */
export function eventOf(state: State): Event | null {
  if (state.kind === 'loading') return state.fraction === null || state.parts ? null : new EmotionProgressEvent(state.fraction);
  if (state.kind === 'failed') return new EmotionErrorEvent(state.error);
  if ((state.kind !== 'read' && state.kind !== 'unsure') || staleIn(state)) return null;
  return new EmotionChangeEvent(state.reading);
}
