/** Texts in flight: enough for two batches of a GPU, few enough to keep memory flat. */
const AHEAD = 64;

/** Answers to many texts in their order, a bounded number in flight. Leaving the loop early aborts those. */
export async function* inOrder<T>(
  texts: Iterable<string> | AsyncIterable<string>,
  read: (text: string, signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const left = new AbortController();
  const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const inFlight: Promise<T>[] = [];
  try {
    for await (const text of texts) {
      const answer = read(text, either);
      answer.catch(() => undefined); // thrown below, in its turn
      inFlight.push(answer);
      const oldest = inFlight.length >= AHEAD ? inFlight.shift() : undefined;
      if (oldest) yield await oldest;
    }
    for (const answer of inFlight) yield await answer;
  } finally {
    left.abort();
  }
}
