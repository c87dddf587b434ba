import { ClassifierError } from '../shared/errors';

const KEY = 'emotion-tag:unfinished-starts';
/** After this many pages of the tab in a row that ended during a start, the start is to blame. */
const LIMIT = 2;

/** A start under way: when its page began, and when it began itself; milliseconds since 1970. */
type Mark = readonly [page: number, at: number];

/** The frames of a page share its tab's storage, and end with it: when the outermost began that we may ask. */
const page = ((): number => {
  try {
    return (window.top ?? window).performance.timeOrigin;
  } catch {
    return performance.timeOrigin; // a frame in somebody else's page
  }
})();

const isMark = (value: unknown): value is Mark => Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);

/** In the tab's own storage, which outlives a crash of its page: another tab's start is none of ours. */
function marks(): Mark[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as unknown;
    return Array.isArray(kept) ? kept.filter(isMark) : [];
  } catch {
    return [];
  }
}

function keep(marks: readonly Mark[]): void {
  try {
    if (marks.length > 0) sessionStorage.setItem(KEY, JSON.stringify(marks));
    else sessionStorage.removeItem(KEY);
  } catch {
    // no storage: no guard
  }
}

/** What other starts of this page left is still under way; of earlier ones, nothing is left that could say what became of them. */
const isOfNow = ([, at]: Mark): boolean => at >= page;

/**
 * A start begins that may end the page.
 * @returns to be called once it came to an end, good or bad. What happened before is forgotten then.
 */
export function startBegins(): () => void {
  const own: Mark = [page, Date.now()];
  keep([...marks(), own]);
  return () => {
    const others = marks().filter(isOfNow);
    const at = others.findIndex(([page, at]) => page === own[0] && at === own[1]);
    keep(others.filter((_, i) => i !== at));
  };
}

/** The person left: what was under way was not what ended the page. */
export function pageEnds(): void {
  keep([]);
}

/** @throws {ClassifierError} `crash-loop` after too many pages that ended in a start, unless this is a person's click */
export function assertNoCrashLoop(): void {
  const ended = new Set(
    marks()
      .filter((mark) => !isOfNow(mark))
      .map(([page]) => page),
  );
  if (ended.size < LIMIT) return;
  // Typed as always there; Firefox has it since 120.
  const activation = navigator.userActivation as UserActivation | undefined;
  if (activation?.isActive) {
    keep(marks().filter(isOfNow));
    return;
  }
  throw new ClassifierError(
    'crash-loop',
    'The last two starts of the emotion model ended this page. It starts again on a click: call create() from its handler.',
  );
}
