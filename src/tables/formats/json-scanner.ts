/** Goes through JSON piece by piece and gives the entries of one list in it as they become whole, so that no more than one is held. */
import { LONGEST_ROW } from '../file-problem';

/** What may stand before the JSON in a script: comments, an assignment, a call, or a guard against being run. */
const BEFORE =
  /^(?:\s|\/\/[^\r\n]*[\r\n]|\/\*.*?\*\/)*(?:\)\]\}',?\s*)?(?:(?:(?:export\s+default|(?:var|let|const)\s+[\w$]+\s*=|(?:window|self|globalThis|this|module)?[\w$.]*(?:\[["'][^"'\]]*["']\])*[\w$.]*\s*=)|[\w$.]+\()\s*)?(?=[[{"])/s;

export const jsonStart = (text: string): number => BEFORE.exec(text)?.[0].length ?? 0;

interface Level {
  readonly isList: boolean;
  /** The way here, from the root; places in lists are stars in it: `chats.*.messages` are the messages of all chats. */
  readonly path: string;
  /** The same with the numbers of these places, as this page named a list before. */
  readonly exact: string;
  key: string;
  count: number;
  span?: Span;
}

/** A list that was met, or all of them that have one way: how many entries, and how many of them are objects, lists or texts. */
export interface Met {
  readonly path: string;
  readonly depth: number;
  /** All of them; of a dictionary, its members. */
  entries: number;
  told: number;
  /** Of these, the objects. */
  objects: number;
  /** Where the first of them stand in the piece. */
  readonly spans: Span[];
}

interface Span {
  readonly from: number;
  to: number;
}

const met = (path: string, depth: number): Met => ({ path, depth, entries: 0, told: 0, objects: 0, spans: [] });

export class JsonScanner {
  readonly lists = new Map<string, Met>();
  /** Objects that are in no list, with how many of their members are objects: `{"id 1": {…}, "id 2": {…}}` is a list too. */
  readonly dictionaries = new Map<string, Met>();
  /** Entries of the list that were begun. */
  entries = 0;
  readonly #levels: Level[] = [];
  #isInText = false;
  #isEscaped = false;
  #textFrom = '';
  #lastText = '';
  /** The entry that is being read; `null` outside of the list. */
  #entry: string | null = null;
  /** Whether it is longer than any row: nothing of it is held. */
  #isTooLong = false;
  /** How many levels stand around an entry; -1 while the list is not met. */
  #depth = -1;

  /**
   * @param path the way to the list; `null` for values that follow one another without a list around them
   * @param isDictionary whether an object stands there, whose members are the entries: each comes with its name, as it is written
   */
  constructor(
    readonly path: string | null,
    readonly isDictionary = false,
  ) {
    if (path === null) this.#depth = 0;
  }

  /** Entries that ended in this piece, as they are written; `null` is one that is too long. */
  *take(piece: string): Generator<string | null, void, undefined> {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === 92) this.#isEscaped = true;
        else if (code === 34) {
          this.#isInText = false;
          if (this.#entry === null) this.#lastText = this.#textFrom + piece.slice(from, at);
          if (this.#entry === null) from = at + 1;
        }
        continue;
      }
      if (code <= 32) continue;
      const isAround = this.#levels.length === this.#depth;
      if (isAround && this.#entry !== null && (code === 44 || code === 93 || code === 125)) {
        yield this.#ended(piece.slice(from, at));
        from = at;
      } else if (isAround && this.#entry === null && code !== 44 && code !== 93 && code !== 125) {
        // Without a list around them, objects follow one another, and what is between them is nothing.
        if (this.path !== null || code === 123) {
          this.#entry = '';
          this.entries++;
          from = at;
        }
      }
      if (code === 34) {
        this.#isInText = true;
        this.#textFrom = '';
        if (this.#entry === null) from = at + 1;
        this.#tell(code);
      } else if (code === 123 || code === 91) this.#open(code, at);
      else if (code === 125 || code === 93) {
        this.#close(at);
        if (this.path === null && this.#levels.length === 0 && this.#entry !== null) {
          yield this.#ended(piece.slice(from, at + 1));
        }
      } else if (code === 58) {
        const level = this.#levels.at(-1);
        if (level) level.key = this.#lastText;
        const members = this.#depth < 0 && level && this.dictionaries.get(level.path);
        if (members) members.entries++;
      } else if (code === 44) {
        const level = this.#levels.at(-1);
        if (level?.isList) level.key = String(++level.count);
      }
    }
    if (this.#entry !== null) {
      this.#entry = this.#isTooLong ? '' : this.#entry + piece.slice(from);
      this.#isTooLong ||= this.#entry.length > LONGEST_ROW;
    } else if (this.#isInText) this.#textFrom += piece.slice(from);
  }

  #ended(last: string): string | null {
    const entry = this.#isTooLong ? null : (this.#entry ?? '') + last;
    this.#entry = null;
    this.#isTooLong = false;
    return entry;
  }

  /** What was begun and never ended. */
  get rest(): string | null {
    return this.#entry;
  }

  /** Whether a list or an object was begun and never ended. */
  get isOpen(): boolean {
    return this.#levels.length > 0;
  }

  #close(at: number): void {
    const closed = this.#levels.pop();
    if (closed?.span) closed.span.to = at + 1;
    // A document may have the same list again, as pages that were put together have.
    if (this.#levels.length < this.#depth) this.#depth = -1;
    const within = this.#levels.at(-1);
    const isOfTexts = closed?.isList === true && (this.lists.get(closed.path)?.told ?? 0) > 0;
    const around = isOfTexts && within?.isList === true && this.lists.get(within.path);
    if (around) around.told++;
  }

  #tell(code: number): void {
    const level = this.#levels.at(-1);
    if (!level?.isList) return;
    const list = this.lists.get(level.path);
    if (!list) return;
    list.entries++;
    if (code === 123 || code === 34) list.told++;
    if (code === 123) list.objects++;
  }

  #open(code: number, at: number): void {
    this.#tell(code);
    const above = this.#levels.at(-1);
    const isDeep = this.#levels.length > DEEPEST;
    const path = isDeep ? BEYOND : above ? way(above.path, above.isList ? '*' : above.key) : '';
    const exact = isDeep ? BEYOND : above ? way(above.exact, above.key) : '';
    const isList = code === 91;
    const level: Level = { isList, path, exact, key: isList ? '0' : '', count: 0 };
    this.#levels.push(level);
    if (!isList && above?.isList === false) {
      const within = this.dictionaries.get(above.path);
      if (within) within.told++;
    }
    const isWithin = this.#levels.every((level) => !level.isList);
    if (this.#depth < 0) {
      const isIt = path === this.path || exact === this.path;
      if (isIt && isList !== this.isDictionary) this.#depth = this.#levels.length;
      else if (!isList && isWithin && this.dictionaries.size < MOST_LISTS)
        this.dictionaries.set(path, met(path, this.#levels.length));
      else if (isList) {
        const list = this.lists.get(path) ?? met(path, this.#levels.length);
        if (this.lists.size < MOST_LISTS) this.lists.set(path, list);
        if (list.spans.length < MOST_SPANS) list.spans.push((level.span = { from: at, to: Infinity }));
      }
    }
  }
}

const way = (above: string, key: string): string => (above === '' ? key : `${above}.${key}`);

/** Below so many levels there is no list that anybody means, and no way is put together: of a hundred thousand brackets each would be longer. */
const DEEPEST = 100;
const BEYOND = '\0 deeper';

/** So many lists are looked at; those in the entries of others are as many as these. */
const MOST_LISTS = 1000;
/** The first lists of one way tell what is in the others. */
const MOST_SPANS = 20;
