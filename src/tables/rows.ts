/** The rows of a file, whatever its format, each with its number in the file. */
import { Account } from './account';
import { formatNamed } from './formats/list';
import type { Row } from './row';
import type { Source } from './layout';

/**
 * Read a file from its start, in batches as they come. Blank rows are left out but counted.
 * @param account receives where each line went that is in no row
 * @param stop ends it at once, where a batch is long in coming
 * @throws {FileProblem} where the file cannot be read on
 */
export const rowsOf = (
  source: Source,
  account = new Account(),
  stop?: AbortSignal,
): AsyncGenerator<readonly Row[], void, undefined> => formatNamed(source.format).rows(source, account, stop);
