/** What callers without types may pass wrongly is refused before it does harm. */
import { ClassifierError } from '../shared/errors';

/** @throws {ClassifierError} `invalid-input` */
export function assertString(text: unknown): asserts text is string {
  if (typeof text === 'string') return;
  throw new ClassifierError('invalid-input', `A text must be a string, got ${text === null ? 'null' : typeof text}.`);
}

/** @throws {ClassifierError} `invalid-input` */
export function assertOneOf<T extends string>(option: string, value: T, known: readonly T[]): void {
  if (known.includes(value)) return;
  throw new ClassifierError('invalid-input', `There is no ${option} "${value}". Known: ${known.join(', ')}.`);
}
