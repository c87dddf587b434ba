/** The pages of the app. All live in one document, so that a model that has started serves them all; `styles/shell.css` shows one. */
import { part } from './part';

interface Route {
  readonly title: string;
  /** Defines the page's element, which stands in index.html under the id of its page. */
  readonly load: () => Promise<unknown>;
}

export const routes = {
  write: { title: 'What feeling is in your words?', load: () => import('./write/write-page') },
  journal: { title: 'Journal', load: () => import('./journal/journal-page') },
  files: { title: 'Label a file', load: () => import('./files/files-page') },
  model: { title: 'The model on this device', load: () => import('./trust/model-page') },
  about: { title: 'About', load: () => import('./trust/about-page') },
} as const satisfies Record<string, Route>;

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
  const { title, load } = routes[id];
  document.title = `${title} – emotion-tag`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    if (pageIn(link.hash) === id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const page = part(main, `:scope > #${id}`, HTMLElement);
  page.querySelector(':scope > .failed')?.remove();
  try {
    await load();
    await (page as { updateComplete?: Promise<unknown> }).updateComplete;
  } catch {
    const said = 'This page could not be loaded. Go online and reload.';
    page.append(Object.assign(document.createElement('p'), { className: 'failed', textContent: said }));
  }
  if (isChange && shown === id) arrive(page);
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
