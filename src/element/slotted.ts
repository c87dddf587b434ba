const OPTIONS: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/**
 * Tell whenever what stands in an element changes, or what a page puts into slots that stand in it: a component may wrap the element
 * around its own. Ends by what it returns.
 */
export function watchSlotted(host: Element, tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  const follow = (): void => {
    observer.disconnect();
    observer.observe(host, OPTIONS);
    for (const slot of host.querySelectorAll('slot'))
      for (const node of slot.assignedNodes({ flatten: true })) observer.observe(node, OPTIONS);
    tell();
  };
  host.addEventListener('slotchange', follow);
  follow();
  return () => {
    host.removeEventListener('slotchange', follow);
    observer.disconnect();
  };
}
