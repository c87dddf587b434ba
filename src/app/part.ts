/** A part of index.html that a script counts on. Throws where it is missing or another element. */
export function part<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const element = root.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`index.html has no ${selector}.`);
  return element;
}
