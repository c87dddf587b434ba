/** What Python prints and JavaScript is written in, as JSON: `[{'text': 'so glad', ok: True}, ('a', 1), Row(id=2),]`. */
import { LONGEST_ROW } from '../file-problem';

/** Of a text only where it begins: a pattern that went through a long one would run out of stack. */
const TOKEN =
  /(?<blank>\s+|#[^\n]*|\/\/[^\n]*|\/\*.*?\*\/)|(?<prefix>[uUbBrRfFNE]{0,2})(?<mark>["'`])|(?<word>[-+]?[\p{L}\d_$.]+(?:(?<=\d[eE])[-+]\d+)?)|(?<other>.)/suy;

/** Where the mark is that ends a text; -1 where it is not here. Behind a backslash it is none. */
export function closingMark(text: string, from: number, mark: string): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    let before = at;
    while (before > from && text[before - 1] === '\\') before--;
    if ((at - before) % 2 === 0) return at;
  }
  return -1;
}

const WORDS: Readonly<Record<string, string>> = {
  True: 'true',
  False: 'false',
  TRUE: 'true',
  FALSE: 'false',
  true: 'true',
  false: 'false',
};
const NOTHING = /^(?:None|null|NULL|undefined|[-+]?(?:nan|inf|NaN|Infinity))$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r\n': '' };

/** What stands between round brackets: a tuple, or what a thing is called with. */
interface Call {
  readonly called: string | null;
  out: string;
  /** `Row(id=1)` */
  isNamed: boolean;
  commas: number;
}

type Pending = { readonly kind: 'text' | 'word'; readonly value: string } | { readonly kind: 'comma' } | null;

/** Takes a text piece by piece and gives what is JSON of it so far. */
export class Literals {
  /** Whether something was met that JSON does not know. */
  isOther = false;
  /** Whether something was met that is no value, as in prose or a program. */
  isBroken = false;
  #rest = '';
  #out = '';
  /** What the next token decides on: a text may go on, a word be a name, a comma be the last. */
  #pending: Pending = null;
  /** The mark around a text that is longer than any row, while it goes on. */
  #skipped = '';
  /** Whether a text ended right before. */
  #isBeside = false;
  readonly #open: string[] = [];
  readonly #calls: Call[] = [];

  take(piece: string, isLast = false): string {
    const text = this.#rest + piece;
    let at = 0;
    if (this.#skipped !== '') {
      const close = closingMark(text, 0, this.#skipped);
      if (close < 0) return this.#given(/\\*$/.exec(text)?.[0] ?? '');
      this.#write('"');
      this.#skipped = '';
      at = close + 1;
    }
    while (at < text.length) {
      TOKEN.lastIndex = at;
      const { groups = {}, 0: token = '' } = TOKEN.exec(text) ?? {};
      const end = TOKEN.lastIndex;
      if (groups.mark !== undefined) {
        const close = closingMark(text, end, groups.mark);
        if (close < 0 && isLast) this.#cut(text.slice(end));
        if (close < 0 && (isLast || text.length - at <= LONGEST_ROW)) return this.#given(isLast ? '' : text.slice(at));
        if (close < 0) {
          // What is longer than any row is told as that; its rest is not held.
          this.#cut(text.slice(end));
          this.#skipped = groups.mark;
          return this.#given(/\\*$/.exec(text)?.[0] ?? '');
        }
        this.#text(text.slice(end, close), groups.mark, groups.prefix ?? '');
        at = close + 1;
        continue;
      }
      // It may go on in the next piece.
      if ((end >= text.length || token === '/') && !isLast && text.length - at < LONGEST_ROW) break;
      at = end;
      this.#token(groups);
    }
    if (isLast) this.#settle();
    return this.#given(text.slice(at));
  }

  #given(rest: string): string {
    this.#rest = rest;
    const out = this.#out;
    this.#out = '';
    return out;
  }

  /** A text that does not end in what is here. */
  #cut(body: string): void {
    this.#settle();
    this.#write(JSON.stringify(body).slice(0, -1));
    for (const { out } of this.#calls.splice(0)) this.#out += out;
  }

  #text(body: string, mark: string, prefix: string): void {
    this.isOther ||= mark !== '"' || prefix !== '';
    const value = /r/i.test(prefix) ? body : spoken(body);
    // Python prints a long text in parts; in SQL two marks without anything between them are one that is meant.
    if (this.#pending?.kind === 'text')
      this.#pending = { kind: 'text', value: this.#pending.value + (this.#isBeside ? mark : '') + value };
    else this.#settle({ kind: 'text', value });
    this.#isBeside = true;
  }

  #token({ blank, word, other }: Partial<Record<string, string>>): void {
    this.#isBeside = false;
    if (blank !== undefined) this.isOther ||= blank.trim() !== '';
    else if (word === undefined) this.#mark(other ?? '');
    else {
      if (this.#pending?.kind === 'word' && this.#pending.value === 'new') this.#pending = null;
      this.#settle({ kind: 'word', value: word });
    }
  }

  #mark(mark: string): void {
    const call = this.#open.at(-1) === '(' ? this.#calls.at(-1) : undefined;
    if (mark === ',') {
      if (call) call.commas++;
      this.#settle({ kind: 'comma' });
    } else if (mark === ':' || mark === '=') this.#name(mark, call);
    else if (mark === '(') {
      this.isOther = true;
      const called = this.#pending?.kind === 'word' ? this.#pending.value : null;
      if (called !== null) this.#pending = null;
      this.#settle();
      this.#open.push(mark);
      this.#calls.push({ called, out: '', isNamed: false, commas: 0 });
    } else if (mark === '[' || mark === '{') {
      this.#settle();
      this.#open.push(mark);
      this.#write(mark);
    } else if (mark === ')' || mark === ']' || mark === '}') this.#close(mark);
    else if (mark !== ';') {
      this.isBroken = true;
      this.#settle();
      this.#write(mark);
    }
  }

  #name(mark: string, call: Call | undefined): void {
    const pending = this.#pending;
    if (pending === null || pending.kind === 'comma') {
      this.isBroken = true;
      return;
    }
    this.isOther ||= pending.kind === 'word';
    this.#pending = null;
    if (mark === '=' && !call) return; // an assignment
    if (call) call.isNamed ||= mark === '=';
    this.#write(`${JSON.stringify(pending.value)}:`);
  }

  #close(mark: string): void {
    if (this.#pending?.kind === 'comma') {
      this.isOther = true;
      this.#pending = null;
    }
    this.#settle();
    const opened = this.#open.pop();
    const call = opened === '(' ? this.#calls.pop() : undefined;
    this.#write(call ? valueOf(call) : mark);
  }

  #settle(next: Pending = null): void {
    const pending = this.#pending;
    this.#pending = next;
    if (pending?.kind === 'text') this.#write(JSON.stringify(pending.value));
    else if (pending?.kind === 'word') this.#write(this.#word(pending.value));
    else if (pending) this.#write(',');
  }

  #word(word: string): string {
    if (NUMBER.test(word)) return word;
    this.isOther ||= !/^(?:true|false|null)$/.test(word);
    const number = /^[-+]?\.?\d[\d._]*(?:[eE][-+]?\d+)?[LlnjJ]?$/.test(word) ? Number.parseFloat(word.replaceAll('_', '')) : NaN;
    const known = Object.hasOwn(WORDS, word) ? WORDS[word] : NOTHING.test(word) ? 'null' : undefined;
    if (known !== undefined) return known;
    if (!Number.isNaN(number)) return String(number);
    this.isBroken = true;
    return JSON.stringify(word);
  }

  #write(text: string): void {
    const call = this.#calls.at(-1);
    if (call) call.out += text;
    else this.#out += text;
  }
}

/** A moment that is made of numbers, a thing with named parts, or what one thing is called with. */
function valueOf({ called, out, isNamed, commas }: Call): string {
  if (called === null) return commas === 0 && out !== '' ? out : `[${out}]`;
  const [, year, month, day, ...clock] = /^(\d{4}),(\d\d?),(\d\d?)(?:,(\d\d?),(\d\d?)(?:,(\d\d?))?)?/.exec(out) ?? [];
  if (year !== undefined && /date|time/i.test(called))
    return `"${[year, month, day].map((part) => part?.padStart(2, '0')).join('-')} ${clock.map((part: string | undefined) => (part ?? '0').padStart(2, '0')).join(':')}"`;
  if (isNamed && /^"(?:[^"\\]|\\.)*":/.test(out)) return `{${out}}`;
  // `CAST(N'2024-03-01' AS DateTime)`
  const [text] = /^"(?:[^"\\]|\\.)*"(?=")/.exec(out) ?? [];
  return out === '' ? 'null' : commas === 0 ? (text ?? out) : `[${out}]`;
}

/** What is meant by the backslashes of a text. */
const spoken = (body: string): string =>
  body.includes('\\')
    ? body.replace(
        /\\(?:u\{([\da-fA-F]+)\}|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|(\r\n|.))/gs,
        (whole, braced?: string, two?: string, four?: string, eight?: string, octal?: string, one?: string) => {
          const code = braced ?? two ?? four ?? eight;
          if (code !== undefined || octal !== undefined) {
            const point = code === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(code, 16);
            return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
          }
          const character = one ?? '';
          return ESCAPES[character] ?? (/[a-zA-Z]/.test(character) ? whole : character);
        },
      )
    : body;

/** Brackets, and what JSON has not right in them, or what it has. */
const BEGIN =
  /^\ufeff?\s*(?:[\w$.]+\s*=\s*)?(?:(?:[[({]\s*)+(?:[uUbBrR]?["'`]|[\w$.]+\s*[:(]|[-\d.]+\s*,|#|\/[/*])|[\w$.]+\([\w$]+=)/;

/** The start of a text as JSON, where that is what it takes to make some of it; else `null`. */
export function literalStart(text: string): string | null {
  if (!BEGIN.test(text)) return null;
  const [first, rest] = [new Literals(), new Literals()];
  first.take(text.slice(0, 2000));
  if (first.isBroken) return null;
  const out = rest.take(text.replace(/^\ufeff/, ''));
  return rest.isOther && !rest.isBroken && /[[{]/.test(out) ? out : null;
}

/** A line as JSON. */
export const lineAsJson = (line: string): string => new Literals().take(line, true);
