import cards from 'virtual:emotion-model-cards';
import { words } from '../words/speech';
import { termsOf } from './model-card';

/** What a model may be used for: the two that ship have theirs in each language; of another the card's own. */
export const termsInWords = (name: string): string =>
  Object.entries(words().model.termsOf).find(([known]) => known === name)?.[1] ?? termsOf(cards[name] ?? '');
