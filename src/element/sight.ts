/** One observer for all tags of a page: a thousand observers would cost a thousand times. */
let observer: IntersectionObserver | undefined;
const watchers = new Map<Element, (isInView: boolean) => void>();

/** Call back whenever an element comes into view or leaves it, a little ahead of scrolling, until the signal aborts. */
export function watchSight(element: Element, signal: AbortSignal, tell: (isInView: boolean) => void): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) watchers.get(target)?.(isIntersecting);
    },
    { rootMargin: '200px' },
  );
  watchers.set(element, tell);
  observer.observe(element);
  signal.addEventListener(
    'abort',
    () => {
      if (watchers.get(element) !== tell) return; // watched anew by a newer text
      watchers.delete(element);
      observer?.unobserve(element);
    },
    { once: true },
  );
}
