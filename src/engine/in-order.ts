import { ClassifierError } from '../shared/errors';

/** Texts in flight: enough for the engine to see that the list is long, few enough to keep memory flat. */
const AHEAD = 256;

type Many<T> = Iterable<T> | AsyncIterable<T>;

/**
 * Answers to many texts in their order, a bounded number in flight. An answer is passed on as soon as it is there, even while the next text is still
 * awaited. Leaving the loop early aborts the rest, and so does the signal.
 */
export async function* inOrder<T, S = string>(
  texts: Many<S>,
  read: (text: S, signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  signal?.throwIfAborted();
  assertTexts(texts);
  const source = each(texts);
  const left = new AbortController();
  const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const queued = (answer: Promise<T>): { answer: Promise<T> } => {
    answer.catch(() => undefined); // thrown below, in its turn
    return { answer };
  };
  const answers = new ReadableStream<{ answer: Promise<T> }>(
    {
      start(queue) {
        either.addEventListener('abort', () => {
          queue.error(either.reason);
        });
      },
      async pull(queue) {
        try {
          const next = await source.next();
          if (next.done) queue.close();
          else queue.enqueue(queued(read(next.value, either)));
        } catch (error) {
          if (either.aborted) return;
          const thrown = error as Error;
          queue.enqueue(queued(Promise.reject(thrown)));
          queue.close();
        }
      },
    },
    { highWaterMark: AHEAD },
  );
  const reader = answers.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield await next.value.answer;
  } finally {
    left.abort();
    // Not awaited: a source that waits for its next text hears of it only then.
    void source.return().catch(() => undefined);
  }
}

/** Iterables of either kind as one kind. */
async function* each<S>(texts: Many<S>): AsyncGenerator<S, void, undefined> {
  yield* texts;
}

/** Callers without types may pass anything; a string would be read letter by letter. */
function assertTexts(texts: unknown): void {
  const given = Object(texts) as object;
  if (typeof texts !== 'string' && (Symbol.iterator in given || Symbol.asyncIterator in given)) return;
  throw new ClassifierError('invalid-input', `Texts must be an array or another iterable, got ${typeof texts}.`);
}
