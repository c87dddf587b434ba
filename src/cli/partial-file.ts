/** A file that is written bit by bit and gets its name only once it is whole. What was begun can be resumed. */
import { open, readFile, rename, rm, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { Problem, writingProblem } from './problem';

/** How far it is, kept beside it. */
interface Mark {
  /** What it is made from, and how: another cannot go on with it. */
  readonly made: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Milliseconds between two marks: what an end by force may cost. */
const MARK_EVERY = 1000;
/** Bytes that are written together. */
const ENOUGH = 64 * 1024;

export class PartialFile {
  readonly #path: string;
  readonly #made: string;
  readonly #handle: FileHandle;
  #bytes: number;
  /** Rows in these bytes; the others wait. */
  #written: number;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #markedAt = performance.now();

  private constructor(
    path: string,
    made: string,
    handle: FileHandle,
    /** Rows that it has. */
    public rows: number,
    bytes: number,
  ) {
    this.#path = path;
    this.#made = made;
    this.#handle = handle;
    this.#bytes = bytes;
    this.#written = rows;
  }

  /**
   * Begin, or go on with what was begun.
   * @param made names what the file is made from, and how
   * @throws {Problem} where there is no room or right, or what was begun is something else
   */
  static async open(path: string, made: string, resume: boolean): Promise<PartialFile> {
    try {
      const mark = resume ? await markOf(path) : null;
      if (mark && mark.made !== made)
        throw new Problem(
          `${partialOf(path)} was begun from another file or with other options. Give the same, or leave out --resume to begin anew.`,
        );
      if (mark) await truncate(partialOf(path), mark.bytes); // what came after the mark is written again
      const handle = await open(partialOf(path), mark ? 'a' : 'w');
      return new PartialFile(path, made, handle, mark?.rows ?? 0, mark?.bytes ?? 0);
    } catch (error) {
      throw error instanceof Problem ? error : writingProblem(error, path);
    }
  }

  /** @param rows how many rows these bytes are */
  async write(bytes: Uint8Array, rows: number): Promise<void> {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.rows += rows;
    const isDue = performance.now() - this.#markedAt >= MARK_EVERY;
    if (this.#waitingBytes >= ENOUGH || isDue) await this.#flush();
    if (isDue) await this.#mark();
  }

  /** Stop here; `open` goes on. */
  async keep(): Promise<void> {
    try {
      await this.#flush();
      await this.#mark();
    } finally {
      await this.#handle.close();
    }
  }

  /** It is whole: give it its name. */
  async finish(): Promise<void> {
    await this.#flush();
    try {
      await this.#handle.sync();
      await this.#handle.close();
      await rename(partialOf(this.#path), this.#path);
      await rm(markPathOf(this.#path), { force: true });
    } catch (error) {
      throw writingProblem(error, this.#path);
    }
  }

  async #flush(): Promise<void> {
    try {
      const bytes = Buffer.concat(this.#waiting);
      this.#waiting = [];
      this.#waitingBytes = 0;
      for (let at = 0; at < bytes.length;) at += (await this.#handle.write(bytes, at)).bytesWritten;
      this.#bytes += bytes.length;
      this.#written = this.rows;
    } catch (error) {
      throw writingProblem(error, this.#path);
    }
  }

  async #mark(): Promise<void> {
    this.#markedAt = performance.now();
    const mark: Mark = { made: this.#made, rows: this.#written, bytes: this.#bytes };
    try {
      await writeFile(`${markPathOf(this.#path)}.new`, JSON.stringify(mark));
      await rename(`${markPathOf(this.#path)}.new`, markPathOf(this.#path));
    } catch (error) {
      await rm(`${markPathOf(this.#path)}.new`, { force: true });
      throw writingProblem(error, this.#path);
    }
  }
}

const partialOf = (path: string): string => `${path}.partial`;
const markPathOf = (path: string): string => `${path}.partial.json`;

/** `null` where nothing was begun. */
async function markOf(path: string): Promise<Mark | null> {
  try {
    return JSON.parse(await readFile(markPathOf(path), 'utf8')) as Mark;
  } catch {
    return null;
  }
}
