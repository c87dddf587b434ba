/** The rows of an input, each with what became of it. */
import { inOrder } from '../engine/in-order';
import type { EmotionClassifier } from '../node/index';
import { ClassifierError } from '../shared/errors';
import type { Reading } from '../shared/reading';
import { rowsOf } from '../tables/rows';
import type { Source } from '../tables/layout';
import type { Survey, TextRow } from '../tables/survey';

/** In UTF-16 units: one more than a reading covers, so that the engine knows there was more. */
const KEPT_OF_A_TEXT = 10_001;
/** A row may be what breaks the model; three in a row are not. */
const MOST_FAILURES = 3;

/** Rows with a text, in their order, after the first `skipped`; the survey hears of all. */
export async function* textRows(source: Source, survey: Survey, skipped = 0): AsyncGenerator<TextRow, void, undefined> {
  for await (const batch of rowsOf(source, survey.account)) {
    for (const read of batch) {
      const row = survey.take(read);
      if (row && survey.count > skipped) yield row;
    }
  }
}

/** @throws {ClassifierError} what three rows in a row failed with, or what no row is to blame for */
export async function* readRows(
  rows: AsyncIterable<TextRow>,
  classifier: EmotionClassifier,
  signal: AbortSignal,
): AsyncGenerator<readonly [TextRow, Reading | null], void, undefined> {
  let failures = 0;
  const read = async (row: TextRow, either: AbortSignal): Promise<readonly [TextRow, Reading | ClassifierError]> => {
    try {
      return [row, await classifier.classify(row.text.slice(0, KEPT_OF_A_TEXT), { priority: 'background', signal: either })];
    } catch (error) {
      if (error instanceof ClassifierError && (error.code === 'runtime' || error.code === 'timeout')) return [row, error];
      throw error;
    }
  };
  for await (const [row, answer] of inOrder(rows, read, signal)) {
    const isFailed = answer instanceof ClassifierError;
    failures = isFailed ? failures + 1 : 0;
    if (isFailed && failures === MOST_FAILURES) throw answer;
    yield [row, isFailed ? null : answer];
  }
}
