/** Dumps of data bases as JSON: the rows that `INSERT INTO` and `COPY … FROM stdin` bring, by table. */
import { closingMark, Literals } from './literals';

const NAME = String.raw`(?:[\w$]+|"[^"]+"|\`[^\`]+\`|\[[^\]]+\])`;
const TABLE = String.raw`(?<table>${NAME}(?:\.${NAME})*)`;
const BEGIN = /^[ \t]*(?:INSERT|REPLACE|COPY|CREATE\s+TABLE)\b/im;
const INSERT = new RegExp(
  String.raw`\s*(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?(?:INTO\s+)?${TABLE}\s*(?:\((?<columns>[^()]*)\)\s*)?VALUES\s*(?=\()`,
  'iy',
);
const COPY = new RegExp(String.raw`\s*COPY\s+${TABLE}\s*(?:\((?<columns>[^()]*)\)\s*)?FROM\s+stdin[^;\n]*;[^\n]*\n`, 'iy');
const CREATE = new RegExp(String.raw`\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?${TABLE}\s*\((?<columns>[^;]*)`, 'iy');
/** A head that is longer is none. */
const LONGEST_HEAD = 100_000;
/** What begins a line of `CREATE TABLE` that is no column. */
const KEYS = /^(?:primary|unique|foreign|constraint|key|index|fulltext|check)\b/i;

export const isDump = (text: string): boolean =>
  /^\ufeff?\s*(?:--|\/\*|#|(?:SET|PRAGMA|BEGIN|CREATE|DROP|INSERT|REPLACE|USE|COPY|LOCK|START|DELETE|TRUNCATE)\b)/i.test(text) &&
  new RegExp(
    String.raw`^[ \t]*(?:(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?(?:INTO\s+)?${NAME}(?:\.${NAME})*\s*(?:\([^()]*\)\s*)?VALUES\s*\(|COPY\s[^;\n]*\sFROM\s+stdin)`,
    'im',
  ).test(text);

const bare = (name: string): string => name.trim().replace(/^["`[]|["`\]]$/g, '');
const tableOf = (name: string): string => bare(name.replace(new RegExp(String.raw`^.*\.(?=${NAME}$)`), ''));

/** Takes a dump piece by piece and gives what is JSON of it so far: `{"table":{"columns":[…],"rows":[[…],…]}}`, one for each statement. */
export class Dump {
  #text = '';
  #mode: 'outside' | 'values' | 'copy' = 'outside';
  #literals = new Literals();
  /** The mark around a text that what is here ends in. */
  #within = '';
  #isFirst = true;
  readonly #columns = new Map<string, readonly string[]>();
  /** Tables whose columns are told: each brings rows in many statements. */
  readonly #told = new Set<string>();

  take(piece: string, isLast = false): string {
    this.#text += piece;
    let out = '';
    for (let step: string | null = ''; step !== null; out += step ?? '') {
      step = { outside: () => this.#outside(isLast), values: () => this.#values(isLast), copy: () => this.#copy(isLast) }[
        this.#mode
      ]();
    }
    return out;
  }

  /** `null` where more of the text is needed. */
  #outside(isLast: boolean): string | null {
    const begin = BEGIN.exec(this.#text)?.index;
    // A line that begins here may be a statement.
    this.#text = this.#text.slice(begin ?? Math.max(0, this.#text.lastIndexOf('\n')));
    if (begin === undefined) return null;
    for (const shape of [INSERT, COPY, CREATE]) {
      shape.lastIndex = 0;
      const { table = '', columns } = shape.exec(this.#text)?.groups ?? {};
      const end = shape.lastIndex;
      if (end === 0 || (shape === CREATE && end === this.#text.length && !isLast && end < LONGEST_HEAD)) continue;
      this.#text = this.#text.slice(end);
      const name = tableOf(table);
      if (shape === CREATE) {
        this.#columns.set(name, columnsIn(columns ?? ''));
        return '';
      }
      this.#mode = shape === COPY ? 'copy' : 'values';
      this.#isFirst = true;
      this.#literals = new Literals();
      const names = columns === undefined ? this.#columns.get(name) : columns.split(',').map(bare);
      const isNew = names !== undefined && !this.#told.has(name);
      this.#told.add(name);
      return `{${JSON.stringify(name)}:{${isNew ? `"columns":${JSON.stringify(names)},` : ''}"rows":[`;
    }
    if (!isLast && this.#text.length < LONGEST_HEAD) return null;
    this.#text = this.#text.replace(/^\s*\S+/, '');
    return '';
  }

  #values(isLast: boolean): string | null {
    let at = 0;
    for (;;) {
      if (this.#within !== '') {
        const close = closingMark(this.#text, at, this.#within);
        if (close < 0) break;
        at = close + 1;
        this.#within = '';
      }
      const found = at + this.#text.slice(at).search(/["';]/);
      if (found < at) break;
      at = found + 1;
      if (this.#text[found] !== ';') {
        this.#within = this.#text.charAt(found);
        continue;
      }
      const out = this.#literals.take(this.#text.slice(0, found), true);
      this.#text = this.#text.slice(at);
      this.#mode = 'outside';
      return `${out}]}}\n`;
    }
    // A backslash at the end may belong to a mark that follows.
    const held = isLast ? 0 : (/\\+$/.exec(this.#text)?.[0].length ?? 0);
    const given = this.#text.slice(0, this.#text.length - held);
    this.#text = this.#text.slice(given.length);
    if (isLast) this.#mode = 'outside';
    else if (given === '') return null;
    return this.#literals.take(given, isLast);
  }

  #copy(isLast: boolean): string | null {
    const end = this.#text.indexOf('\n');
    if (end < 0 && (!isLast || this.#text === '')) return null;
    const line = (end < 0 ? this.#text : this.#text.slice(0, end)).replace(/\r$/, '');
    this.#text = end < 0 ? '' : this.#text.slice(end + 1);
    if (line === '\\.') {
      this.#mode = 'outside';
      return ']}}\n';
    }
    const cells = line.split('\t').map((cell) => (cell === '\\N' ? null : unescaped(cell)));
    const comma = this.#isFirst ? '' : ',';
    this.#isFirst = false;
    return comma + JSON.stringify(cells);
  }
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };
const unescaped = (cell: string): string => cell.replace(/\\(.)/gs, (_, one: string) => LETTERS[one] ?? one);

/** The names in the body of `CREATE TABLE`: what follows a comma that is in no bracket. */
function columnsIn(body: string): readonly string[] {
  let depth = 0;
  let part = '';
  const parts: string[] = [];
  for (const character of body) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) break;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  const name = new RegExp(`^\\s*(${NAME})`);
  return parts
    .filter((one) => !KEYS.test(one.trim()))
    .flatMap((one) => {
      const [, found] = name.exec(one) ?? [];
      return found === undefined ? [] : [bare(found)];
    });
}
