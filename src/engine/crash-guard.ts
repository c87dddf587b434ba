import { ClassifierError } from '../shared/errors';

const KEY = 'emotion-tag:unfinished-starts';
/** So many starts in a row that neither finished nor failed have ended the page with them. */
const LIMIT = 2;

/** In the tab's own storage, which outlives a crash of its page: another tab's start is none of ours. */
function unfinished(): number {
  try {
    return Number(sessionStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
}

function write(count: number): void {
  try {
    if (count > 0) sessionStorage.setItem(KEY, String(count));
    else sessionStorage.removeItem(KEY);
  } catch {
    // no storage: no guard
  }
}

/** A start begins that may end the page. */
export function startBegins(): void {
  write(unfinished() + 1);
}

/** It came to an end, good or bad, or the person left. */
export function startEnds(): void {
  write(0);
}

/** @throws {ClassifierError} `crash-loop` after too many unfinished starts, unless this is a person's click */
export function assertNoCrashLoop(): void {
  if (unfinished() < LIMIT) return;
  // Typed as always there; Firefox has it since 120.
  const activation = navigator.userActivation as UserActivation | undefined;
  if (activation?.isActive) {
    startEnds();
    return;
  }
  throw new ClassifierError(
    'crash-loop',
    'The last two starts of the emotion model ended this page. It starts again on a click: call create() from its handler.',
  );
}
