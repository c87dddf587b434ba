/** `emotion-tag bake`: readings written into the pages of a built site. */
import type { Baker } from '../bake/html';
import { bakePages, findPages, PageFault } from '../bake/pages';
import type { Shell, Start } from './label';
import { fileProblem, Problem } from './problem';
import { Progress } from './progress';

export async function bake(paths: readonly string[], start: Start, { stderr, signal }: Shell): Promise<void> {
  const found = await findPages(paths);
  if (found.length === 0)
    throw new Problem(`There is no page in ${paths.join(', ')}. Name the folder or the .html files that your build wrote.`);
  const progress = new Progress(stderr, 'bake', found.length, 'pages');
  try {
    const { pages, read, kept, foreign } = await bakePages(found, stoppable(start, signal), (page) => {
      signal.throwIfAborted();
      progress.tell(page);
    });
    progress.end();
    stderr.write(`${String(pages)} pages: ${String(read)} tags read, ${String(kept)} as they were.\n`);
    if (foreign.length > 0)
      throw new Problem(`Left alone, since their tags are not in UTF-8: ${foreign.join(', ')}. Let your build write UTF-8.`);
  } catch (error) {
    progress.end();
    throw error instanceof PageFault ? fileProblem(error.cause, error.path) : error;
  }
}

/** One page may have thousands of tags: a stop does not wait for them. */
const stoppable =
  (start: Start, signal: AbortSignal) =>
  async (model: string | undefined): Promise<Baker> => {
    const classifier = await start(1, model);
    return { diagnostics: classifier.diagnostics, classify: (text) => classifier.classify(text, { signal }) };
  };
