/**
 * A sentence that stands until something else happens: said anew each time that it is shown, so that a page keeps what it tells of and
 * not the words of a language that was spoken once.
 */
export type Saying = () => string;

/** What failed, where the sentence is ours. */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  constructor(readonly said: Saying) {
    super(said());
  }
}
