/** The pages of the app. All live in one document, so that a model that has started serves them all. */
interface Route {
  readonly title: string;
  /** The element that is the page; `load` defines it. */
  readonly element: string;
  readonly load: () => Promise<unknown>;
}

export const routes = {
  write: { title: 'What does this text feel?', element: 'write-page', load: () => import('./write/write-page') },
  files: { title: 'Label a file', element: 'files-page', load: () => import('./files/files-page') },
  model: { title: 'The model on this device', element: 'model-page', load: () => import('./trust/model-page') },
  about: { title: 'About', element: 'about-page', load: () => import('./trust/about-page') },
} as const satisfies Record<string, Route>;

export type PageId = keyof typeof routes;

/** The page that a hash names; Write for any other. */
export const pageIn = (hash: string): PageId => {
  const id = hash.replace(/^#|\?.*$/g, '');
  return Object.hasOwn(routes, id) ? (id as PageId) : 'write';
};

const made = new Map<PageId, HTMLElement>();

/** Show the page that the address names, and no other. A page stays as it was left: a file goes on being read. */
export async function showPage(main: HTMLElement): Promise<void> {
  const id = pageIn(location.hash);
  const { title, element, load } = routes[id];
  document.title = `${title} – emotion-tag`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    if (pageIn(link.hash) === id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  try {
    await load();
  } catch {
    show(main, Object.assign(document.createElement('p'), { textContent: 'This page could not be loaded. Go online and reload.' }));
    return;
  }
  if (pageIn(location.hash) !== id) return; // somebody has moved on
  let page = made.get(id);
  if (!page) {
    page = document.createElement(element);
    made.set(id, page);
  }
  show(main, page);
}

function show(main: HTMLElement, shown: HTMLElement): void {
  for (const page of made.values()) page.hidden = page !== shown;
  if (shown.parentNode === main) return;
  main.querySelector(':scope > p')?.remove();
  main.append(shown);
}
