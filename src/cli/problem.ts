import { dirname } from 'node:path';

/** What ends the command: one line that says what to do, and the status with which it ends. */
export const STATUS = { failed: 1, usage: 2, closed: 141, SIGINT: 130, SIGTERM: 143 } as const;

export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    message: string,
    readonly status: number = STATUS.failed,
  ) {
    super(message);
  }
}

/** The same of an output that can be resumed: what is not there is its folder. */
export function writingProblem(error: unknown, path: string): Problem {
  const problem = fileProblem(error, path);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Problem(`There is no folder ${dirname(path)}. Make it, or name another --output.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Problem(`${problem.message} Or name another --output.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new Problem(`${problem.message} With --resume it goes on where it stopped.`);
    default:
      return problem;
  }
}

/** What a system says of a file, in words. */
export function fileProblem(error: unknown, path: string): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return new Problem(`There is no ${path}. Is its name right?`);
    case 'EISDIR':
      return new Problem(`${path} is a folder. Name the files in it: ${path.replace(/\/$/, '')}/*.csv`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Problem(`There is no permission for ${path}: change that, as with chmod.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new Problem(`The disk is full: ${path} could not be written. Make room and run it again.`);
    case 'EPIPE':
      return new Problem('Whoever reads the output has closed it: not all rows were written.', STATUS.closed);
    default:
      return new Problem(`${path}: ${message}`);
  }
}
