import { fill } from './words/forms';
import { locale, words } from './words/speech';

/** What goes on paper says of which day it is. Nothing on the page does: it is of now. */
export function stampPrints(place: HTMLElement): void {
  addEventListener('beforeprint', () => {
    const date = new Date().toLocaleString(locale(), { dateStyle: 'long', timeStyle: 'short' });
    place.textContent = fill(words().shell.printed, { date });
  });
}
