/** The pages of the app. All live in one document, so that a model that has started serves them all; `styles/shell.css` shows one. */
import { part } from './part';
import { words } from './words/speech';
import { sayWhatStands } from './words/standing';

/** Each defines the page's element, which stands in index.html under the id of its page. */
export const routes = {
  write: () => import('./write/write-page'),
  journal: () => import('./journal/journal-page'),
  files: () => import('./files/files-page'),
  model: () => import('./trust/model-page'),
  embed: () => import('./embed/embed-page'),
  about: () => import('./trust/about-page'),
} as const satisfies Record<string, () => Promise<unknown>>;

export type PageId = keyof typeof routes;

/** The page that a hash names; Write for any other. */
export const pageIn = (hash: string): PageId => {
  const id = hash.replace(/^#|\?.*$/g, '');
  return Object.hasOwn(routes, id) ? (id as PageId) : 'write';
};

let shown: PageId | undefined;

/** Bring the page that the address names to life. A page stays as it was left: a file goes on being read. */
export async function showPage(main: HTMLElement): Promise<void> {
  const id = pageIn(location.hash);
  const isChange = shown !== undefined && shown !== id;
  shown = id;
  document.documentElement.dataset.page = id;
  titlePage();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    if (pageIn(link.hash) === id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const page = part(main, `:scope > #${id}`, HTMLElement);
  page.querySelector(':scope > .failed')?.remove();
  try {
    await routes[id]();
    await (page as { updateComplete?: Promise<unknown> }).updateComplete;
  } catch {
    const notLoaded = Object.assign(document.createElement('p'), { className: 'failed' });
    notLoaded.dataset.words = 'shell.notLoaded';
    page.append(notLoaded);
    sayWhatStands(page);
  }
  if (isChange && shown === id) arrive(page);
}

/** Name the window after the page that it shows. */
export function titlePage(): void {
  document.title = `${words().shell.titles[shown ?? 'write']} – emotion-tag`;
}

/** Whoever comes from another page is told where they are: the focus goes to the heading, unless something there has it by now. */
function arrive(page: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: no-preference)').matches)
    page.animate({ opacity: [0, 1], translate: ['0 0.4rem', '0 0'] }, { duration: 220, easing: 'ease-out' });
  const heading = page.querySelector('h1');
  if (!heading || page.contains(document.activeElement)) return;
  heading.tabIndex = -1;
  heading.focus();
}
