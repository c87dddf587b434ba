/** Mails: one, or a box of them. The library that takes them apart is loaded with the first. */
import { encoderFor } from '../encode';
import { piecesOf } from '../pieces';
import type { Row } from '../row';
import { MOST_BYTES, type Format, type Start } from './format';
import { tooLong } from './line-rows';
import { linesOf } from './lines';

/** Every byte is a character of it, and can be had back: each part of a mail has an encoding of its own. */
const BYTES = 'windows-1252';
const COLUMNS = ['date', 'from', 'subject', 'text'];
/** What stands above a mail in a box. */
const ABOVE = /^From \S.* (?:\d\d:\d\d|\d{4})/;
const HEADER = /^(?:from|to|date|subject|message-id|mime-version|received|return-path|delivered-to|content-type): /i;
/** In UTF-16 units. What comes after so many are attachments, or the mail is told as too long. */
const MOST_OF_A_MAIL = 2_000_000;
const CUT = 'its text is longer than two million characters';

function isOne({ text }: Start): boolean {
  const lines = text.split(/\r\n|\n|\r/, 200);
  if (ABOVE.test(lines[0] ?? '')) lines.shift();
  const head = lines.slice(0, Math.max(0, lines.indexOf('')));
  return (
    head.filter((line) => HEADER.test(line)).length >= 3 &&
    head.every((line) => /^[\w-]+:|^[ \t]/.test(line)) &&
    /^from:/im.test(text)
  );
}

interface Mail {
  readonly number: number;
  readonly lines: string[];
  count: number;
  length: number;
  /** Whether not all of it is in the lines. */
  isCut: boolean;
}

/** Without the tags of a mail that has no other text. */
const plain = (html: string): string =>
  html
    .replaceAll(/<(style|script|head)\b.*?<\/\1>/gis, '')
    .replaceAll(/<br\b[^>]*>|<\/(?:p|div|tr|li|h\d)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim();

async function rowOf({ number, lines, count, isCut }: Mail): Promise<Row> {
  const { default: PostalMime } = await import('postal-mime');
  const bytes = encoderFor(BYTES)?.encode(lines.join('\n'));
  try {
    const { date, from, subject, text, html, headers } = await PostalMime.parse(bytes ?? '');
    const sender = [from?.name, from?.address && `<${from.address}>`].filter(Boolean).join(' ');
    const said = text?.trim() ?? plain(html ?? '');
    // Of several parts those that are cut come after the text, or else there is none.
    const hasParts = headers.some(({ key, value }) => key === 'content-type' && /^\s*multipart\//i.test(value));
    if (isCut && (said === '' || !hasParts)) return { kind: 'broken', number, lines: count, why: CUT };
    const fields = { date: date ?? '', from: sender, subject: subject ?? '', text: said };
    return { kind: 'row', number, lines: count, columns: COLUMNS, fields };
  } catch {
    return { kind: 'broken', number, lines: count, why: 'it is no mail that can be taken apart' };
  }
}

export const mail: Format = {
  name: 'mail',
  title: 'mail',
  says: 'A mail, or a box of them: each is a row, with date, sender and subject.',
  endings: ['eml', 'mbox'],
  types: ['message/rfc822', 'application/mbox'],
  unit: 'line',
  mostBytes: MOST_BYTES,
  isOne,
  layoutOf: () => ({}),
  async *rows({ file }, account) {
    let open: Mail | null = null;
    let isBox: boolean | undefined;
    let isAfterBlank = true;
    let number = 0;
    for await (const lines of linesOf(account.counting(piecesOf(file, BYTES)))) {
      const rows: Row[] = [];
      for (const line of lines) {
        number++;
        if (line === null && open) {
          open.count++;
          open.isCut = true;
          continue;
        }
        if (line === null) {
          rows.push(tooLong(number));
          continue;
        }
        const isAbove = ABOVE.test(line);
        isBox ??= isAbove;
        if (!open || (isBox && isAbove && isAfterBlank)) {
          if (open) rows.push(await rowOf(open));
          open = { number, lines: isAbove ? [] : [line], count: 1, length: 0, isCut: false };
        } else {
          open.count++;
          open.length += line.length + 1;
          open.isCut ||= open.length > MOST_OF_A_MAIL;
          if (!open.isCut) open.lines.push(isBox ? line.replace(/^>(?=>*From )/, '') : line);
        }
        isAfterBlank = line === '';
      }
      yield rows;
    }
    if (open) yield [await rowOf(open)];
  },
};
