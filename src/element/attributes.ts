const warned = new Set<string>();

/** The value if it is an allowed one, else the first; the console says so once for each attribute and value. */
export function oneOf<T extends string>(attribute: string, value: string | null | undefined, allowed: readonly [T, ...T[]]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const note = `<emotion-tag> knows no ${attribute}="${String(value)}"; using "${allowed[0]}". Known: ${allowed.join(', ')}.`;
  if (value !== null && value !== undefined && !warned.has(note)) {
    warned.add(note);
    console.warn(note);
  }
  return allowed[0];
}
