import type { Language } from './language';
import type { State } from './state';

/** What a screen reader says of a state that somebody waited for; nothing while there is no answer. */
export function spoken(state: State, { words, percent }: Language): string | null {
  if (state.kind === 'failed') return words.failures[state.error.code];
  if (state.kind !== 'read' && state.kind !== 'unsure') return null;
  const { label, mixed, reason, scores } = state.reading;
  if (!label) return words.reasons[reason ?? 'unsure'];
  if (mixed) return `${words.emotions[label]} + ${words.emotions[mixed]}`;
  return `${words.emotions[label]} ${percent(scores[0]?.score ?? 0)}`;
}
