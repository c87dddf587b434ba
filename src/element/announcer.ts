import { closestAcross } from './closest';
import type { Language } from './language';

let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A screen reader needs to have met a region before its text changes, and a quick answer after a slow one would cut it off. */
const DELAY_MS = 150;
/** Who types hears one answer, and not one for each key. */
const PAUSE_MS = 800;

/**
 * Say something politely to people who do not see the page: one region for all tags, and of many messages at once the last. All that a
 * modal dialog leaves outside is silent, so for a tag in one the region goes there.
 */
export function announce(message: string, { tag, direction }: Language, host: Element, when: 'now' | 'after typing'): void {
  region ??= createRegion();
  const home = closestAcross(host, 'dialog:modal') ?? host.ownerDocument.body;
  if (region.parentElement !== home) home.append(region);
  const here = region;
  clearTimeout(timer);
  here.textContent = '';
  timer = setTimeout(
    () => {
      here.lang = tag;
      here.dir = direction;
      here.textContent = message;
    },
    when === 'now' ? DELAY_MS : PAUSE_MS,
  );
}

function createRegion(): HTMLElement {
  const created = document.createElement('div');
  created.setAttribute('role', 'status');
  created.dataset.emotionTag = 'announcer';
  // Through the object model: a strict policy refuses style attributes.
  Object.assign(created.style, {
    position: 'fixed',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  return created;
}
