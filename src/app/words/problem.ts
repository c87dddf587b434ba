import { ClassifierError } from '../../index';
import { Failure } from './saying';
import { language, words } from './speech';

/**
 * What failed, for people. The engine's sentences are in English and have addresses and figures in them, which whoever helps will ask for:
 * in other languages they stand behind one that says what to do.
 */
export function problem(error: unknown): string {
  if (error instanceof Failure) return error.said();
  const message = error instanceof Error ? error.message : String(error);
  if (language() === 'en' || !(error instanceof ClassifierError)) return message;
  return `${words().errors[error.code]} (\u2068${message}\u2069)`; // isolated: it may run the other way
}
