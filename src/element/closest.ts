/** The nearest of an element and its ancestors that a selector matches, shadow roots crossed. */
export function closestAcross(element: Element, selector: string): Element | null {
  const root = element.getRootNode();
  return element.closest(selector) ?? (root instanceof ShadowRoot ? closestAcross(root.host, selector) : null);
}
