import { words } from './speech';

/** A word by its place in the words: "write.heading". @throws where there is none */
export function wordAt(path: string): string {
  const found = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], words());
  if (typeof found !== 'string') throw new Error(`There are no words at ${path}: see words/en.ts.`);
  return found;
}

/** What index.html already contains, so that it shows before any script loads, in the current language. */
export function sayWhatStands(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-words]'))
    element.textContent = wordAt(element.dataset.words ?? '');
  for (const element of root.querySelectorAll<HTMLElement>('[data-words-label]'))
    element.ariaLabel = wordAt(element.dataset.wordsLabel ?? '');
  for (const element of root.querySelectorAll<HTMLTextAreaElement>('[data-words-placeholder]'))
    element.placeholder = wordAt(element.dataset.wordsPlaceholder ?? '');
}
