import { ClassifierError } from '../shared/errors';
import { MOST_REQUESTS } from '../shared/settings';

/** The requests of one start, for all files of the model together: counted, reported, and never more than a server should be asked for. */
export class Requests {
  #made: number;
  #tell: (made: number) => void;

  /**
   * @param made how many this start has made before, by workers that broke
   * @param tell called with the number of requests before each of them
   */
  constructor(made = 0, tell: (made: number) => void = () => undefined) {
    this.#made = made;
    this.#tell = tell;
  }

  /**
   * One more is about to be made.
   * @throws {ClassifierError} `network` where there were enough
   */
  count(url: string): void {
    if (this.#made >= MOST_REQUESTS) {
      throw new ClassifierError(
        'network',
        `The download of ${url} broke off too often: ${String(this.#made)} requests brought no whole model. Check the connection and try again; it goes on from what came.`,
      );
    }
    this.#tell(++this.#made);
  }
}
