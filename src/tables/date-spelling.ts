/** The many ways in which programs spell a date, brought to the few that are read: `1. 3. 2024 г.` to `1.3.2024`. */

/** Halves of the day, before noon, where their names stand before the hour. */
const FORENOON = /^(?:上午|凌晨|早上|오전|午前)$/;

const SPELLINGS: readonly (readonly [shape: RegExp, as: string | ((...found: string[]) => string)])[] = [
  [/[\u00a0\u2009\u202f]/g, ' '],
  [/ · /g, ', '],
  [/[\u200e\u200f\u2060]/g, ''],
  [/^\/Date\((\d{12,13})(?:[+-]\d{4})?\)\/$/, '$1'], // ASP.NET
  [/^\[([^[\]]+)\]$/, '$1'],
  // What a page says before the day: "Reviewed in Canada on March 1, 2024", "Date of stay: May 2024".
  [
    /^(?:reviewed|posted|published|updated|edited|created|added|written|submitted|joined)(?: [\p{L} ]{1,60}?)??(?: on|:)? (?=\d|\p{L}{3,}\.? \d)/iu,
    '',
  ],
  [/^date of [\p{L} ]{1,30}: /iu, ''],
  [
    /^((?:19|20)\d\d)(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?(\.\d+)?(?=$|Z|[+-]\d)/,
    (_, year = '', month = '', day = '', hour = '', minute = '', second = '00', part = '') =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}${part}`,
  ],
  [/^(\d\d?\/\p{L}{3}\/\d{4}|\d\d[a-z]{3}\d{4}):/iu, '$1 '], // web servers, SAS
  [/(?<=\d|Z)\[[\w/+-]+\]$/, ''], // Java's zone
  [/(?<=\d) (?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w/+-]+$/, ''],
  [/^(\d{4})(?:년|\.) ?(\d\d?)(?:월|\.) ?(\d\d?)(?:일|\.)?(?= |$)/, '$1-$2-$3'],
  [/^(\d\d?)\. (\d\d?)\. ?(?=\d\d(?:\d\d)?(?:,? |$))/, '$1.$2.'],
  [/(?<=\d) г\.?(?=,? |$)/, ''],
  [/(?<=:\d\d) ?ч\.?$/, ''],
  [/(?<=日) ?(?:[(（]?(?:星期|周)?[一二三四五六日天月火水木金土](?:曜日?)?[)）]?)(?= |$)/, ''],
  [/(?<=[日 ])(\d\d?)[時时点](\d\d)分(?:(\d\d)秒)?/, (_, hour = '', minute = '', second = '00') => ` ${hour}:${minute}:${second}`],
  [
    /(?<=[\d日]) ?(上午|凌晨|早上|오전|午前|下午|晚上|中午|오후|午後) ?(\d\d?:\d\d(?::\d\d)?)/,
    (_, half = '', time = '') => ` ${time} ${FORENOON.test(half) ? 'am' : 'pm'}`,
  ],
  [/(\d:\d\d) ([صم])$/, (_, time = '', half = '') => `${time} ${half === 'ص' ? 'am' : 'pm'}`],
  [
    /(?<=\d),?(?: klo| kl\.?| at)? (\d\d?)\.(\d\d)(?:\.(\d\d)(?:\.\d+)?)?(?=$| [ap]\.?m)/i,
    (_, hour = '', minute = '', second = '00') => ` ${hour}:${minute}:${second}`,
  ],
  [/ \([^)]*\)$/, ''], // the zone again, in words
  [/(?:,| -)? (?:at|um|à|a las|às|alle|om|kl\.?) (?=\d\d?[:h])/i, ' '],
];

/** @param text without blanks around it */
export const respelled = (text: string): string =>
  SPELLINGS.reduce((rest, [shape, as]) => (typeof as === 'string' ? rest.replace(shape, as) : rest.replace(shape, as)), text);
