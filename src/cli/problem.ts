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

/** The same of a file that is written: what is not there is its folder. */
export function writingProblem(error: unknown, path: string): Problem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Problem(`There is no folder ${dirname(path)}. Make it, or name another --output.`);
  return fileProblem(error, path);
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
      return new Problem(`There is no permission for ${path}. Change that, or name another place with --output.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new Problem(`The disk is full: ${path} could not be written. Make room and run it again with --resume.`);
    case 'EPIPE':
      return new Problem('Whoever reads the output has closed it: not all rows were written.', STATUS.closed);
    default:
      return new Problem(`${path}: ${message}`);
  }
}
