/** The entries of a JSON file that is damaged: cut off, or broken in the middle. */

/** Where a search for an end gives up, in UTF-16 units, and after how many that found none: a damaged file must not be read for minutes. */
const LONGEST = 4_000_000;
const MOST_FAILURES = 2000;

/**
 * All objects in a text that are whole and what was looked for, outermost first, each with whether something broken stood before it.
 * @param isWanted whether an object is what was looked for: what it consists of is not looked at then
 */
export function salvage(text: string, isWanted: (value: unknown) => boolean): { values: unknown[]; broken: number } {
  const values: unknown[] = [];
  let broken = 0;
  let end = 0;
  let failures = 0;
  let isBroken = false;
  for (let at = text.indexOf('{'); at >= 0 && failures < MOST_FAILURES; at = text.indexOf('{', Math.max(at + 1, end))) {
    const close = endOfObject(text, at);
    const value = close === null ? undefined : parsed(text.slice(at, close));
    if (value === undefined) {
      failures++;
      // The outermost object is that of the whole file, which is known to be damaged.
      isBroken ||= at > 0 && /"(text|at|creationDate)"\s*:/.test(text.slice(at, at + 400)) && values.length + broken > 0;
    } else if (isWanted(value)) {
      values.push(value);
      if (isBroken) broken++;
      isBroken = false;
      end = close ?? at;
    }
  }
  return { values, broken: isBroken ? broken + 1 : broken };
}

/** Behind the bracket that closes the object which opens there; `null` where none does. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length && at - start < LONGEST; at++) {
    const unit = text[at];
    if (unit === '\\' && isString) at++;
    else if (unit === '"') isString = !isString;
    else if (isString) continue;
    else if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0) return at + 1;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
