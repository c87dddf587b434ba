import { expect, test } from 'vitest';
import { DateColumn } from './date-column';
import { timeOf } from './dates';

const local = (...parts: [number, number, number?, number?, number?, number?]): number =>
  new Date(...(parts as [number, number])).getTime();
const greenwich = Date.UTC(2024, 2, 1, 10, 30);

test.each([
  ['2024-03-01', local(2024, 2, 1)],
  ['2024-03', local(2024, 2)],
  ['2024-03-01 10:30', local(2024, 2, 1, 10, 30)],
  ['2024/3/1 10:30:15', local(2024, 2, 1, 10, 30, 15)],
  ['2024-03-01T10:30:00Z', greenwich],
  ['2024-03-01 10:30:00 UTC', greenwich],
  ['2024-03-01 10:30:00+00', greenwich],
  ['2024-03-01 10:30:00.000 +0000', greenwich],
  ['2024-03-01T05:00:00-05:30', greenwich],
  ['2024/03/01 12:30:00 PM GMT+2', greenwich],
  ['31.12.2024', local(2024, 11, 31)],
  ['3.1.2024', local(2024, 0, 3)],
  ['3/1/2024 12:05:00 AM', local(2024, 2, 1, 0, 5)],
  ['3/1/24 10:30', local(2024, 2, 1, 10, 30)],
  ['3/14/98', local(1998, 2, 14)],
  ['Feb 29, 2024', local(2024, 1, 29)],
  ['31 Dec 2024 23:59', local(2024, 11, 31, 23, 59)],
  ['12-31-2024, 11:05 pm', local(2024, 11, 31, 23, 5)],
  ['1 Mar 2024', local(2024, 2, 1)],
  ['1-Mar-2024', local(2024, 2, 1)],
  ['March 2024', local(2024, 2)],
  ['Friday, March 1, 2024 10:30', local(2024, 2, 1, 10, 30)],
  ['Fri, 01 Mar 2024 10:30:00 GMT', greenwich],
  ['Fri Mar 01 10:30:00 +0000 2024', greenwich],
  ['Fri Mar 01 03:30:00 PDT 2024', greenwich],
  [new Date(greenwich).toString(), greenwich],
  ['05-Mar-24', local(2024, 2, 5)],
  ['05.03.24 09:41', local(2024, 2, 5, 9, 41)],
  ['05.03.24', local(2024, 2, 5)],
  ['5th March 2024', local(2024, 2, 5)],
  ['March 5th, 2024', local(2024, 2, 5)],
  ['March 1, 2024 at 11:30:00 AM GMT+1', greenwich],
  ['3/1/2024, 10:30:00\u202fAM', local(2024, 2, 1, 10, 30)],
  ['Mar 1, 2024, 10:30\u202fPM', local(2024, 2, 1, 22, 30)],
  ['1. März 2024 10:30', local(2024, 2, 1, 10, 30)],
  ['Freitag, 1. März 2024 um 10:30 Uhr', local(2024, 2, 1, 10, 30)],
  ['1 mars 2024 à 10:30', local(2024, 2, 1, 10, 30)],
  ['1 de marzo de 2024', local(2024, 2, 1)],
  ['2024年3月1日 10:30', local(2024, 2, 1, 10, 30)],
  ['20240301T103000Z', greenwich],
  ['20240301', local(2024, 2, 1)],
  ['20240301103000', local(2024, 2, 1, 10, 30)],
  ['10:30 AM · Mar 1, 2024', local(2024, 2, 1, 10, 30)],
  ['Mar-24', local(2024, 2)],
  ['03/2024', local(2024, 2)],
  ['2024-Mar-01', local(2024, 2, 1)],
  ['01/Mar/2024:10:30:00 +0000', greenwich],
  ['2024-03-01T10:30:00.123456Z', greenwich + 123.456],
  ['2024-03-01 10:30:00,000', local(2024, 2, 1, 10, 30)],
  ['2024-03-01 11:30 CET', greenwich],
  ['10:30 01.03.2024', local(2024, 2, 1, 10, 30)],
  ['3/1/2024 9 PM', local(2024, 2, 1, 21)],
  ['1709289000000000', greenwich],
  ['05MAR2024', local(2024, 2, 5)],
  ['05MAR2024:09:41:00', local(2024, 2, 5, 9, 41)],
  ['1/Mar/2024:10:30:00 +0000', greenwich],
  ['mar. 5 mars 2024', local(2024, 2, 5)],
  ['mar 5 mar 2024', local(2024, 2, 5)],
  ['dinsdag 5 maart 2024', local(2024, 2, 5)],
  ['ter., 5 de mar. de 2024', local(2024, 2, 5)],
  ['5 марта 2024', local(2024, 2, 5)],
  ['2024-03-01T11:30:00+01:00[Europe/Berlin]', greenwich],
  ['05-MAR-24 09.41.00.000000000 AM', local(2024, 2, 5, 9, 41)],
  ['01-MAR-24 11.30.00.000000 AM +01:00', greenwich],
  ['2024-03-05 at 09.41.00', local(2024, 2, 5, 9, 41)],
  ['2024-W10', local(2024, 2, 4)],
  ['2024-W10-2', local(2024, 2, 5)],
  ['2021-W01-1', local(2021, 0, 4)],
  ['Q1 2024', local(2024, 0)],
  ['2024-Q4', local(2024, 9)],
  ["5 Mar '24", local(2024, 2, 5)],
  ['3-1-24', local(2024, 2, 1)],
  ['1.3.24', local(2024, 2, 1)],
  ['1. 3. 2024 10:30', local(2024, 2, 1, 10, 30)],
  ['10.03.24 г., 21:10 ч.', local(2024, 2, 10, 21, 10)],
  ['1 марта 2024 г.', local(2024, 2, 1)],
  ['2024年3月1日 星期五', local(2024, 2, 1)],
  ['2024年3月1日(金) 10時30分', local(2024, 2, 1, 10, 30)],
  ['202403011030', local(2024, 2, 1, 10, 30)],
  ['2024-03-01 10:30 America/New_York', local(2024, 2, 1, 10, 30)],
  ['2024-03-01 16:00:00 IST', greenwich],
  ['[01/Mar/2024:10:30:00 +0000]', greenwich],
  ['/Date(1709289000000+0100)/', greenwich],
  ['1709289000000000000', greenwich],
  ['Reviewed in the United States on March 1, 2024', local(2024, 2, 1)],
  ['Updated Mar 1, 2024', local(2024, 2, 1)],
  ['Date of experience: March 01, 2024', local(2024, 2, 1)],
  ['1709285400', 1709285400000],
  ['1709285400.0', 1709285400000],
  [1709285400000, 1709285400000],
])('%s is a moment', (value, time) => {
  expect(timeOf(value)).toBe(time);
});

const NONE =
  '4.5;1/2;9-10;$12.5;1.5%;Room 1-2;INV-2023;I was born in 2003;in March 2003;May;7;2024;2024.5;31.02.2024;0001-01-01;2024-13-01;10:30;soon;;12345678901234567890;2024-20-03;2025550123;123456789;Feb 31, 2024;31 April 2024;Feb 29, 2023;10:30 PM;version 2.10.24;192.168.1.10;555-12-34;May be 2024;mar 2;Q5 2024;2024-W60;FAQ1 2024;AB-2024;05ABC2024;march on 5 2024;25:70 01.03.2024';

test.each([...NONE.split(';'), null])('%j is none', (value) => {
  expect(timeOf(value)).toBeNaN();
});

test('a column tells by its other rows whether the day or the month comes first', () => {
  const months = (...values: string[]): number[] => {
    const column = new DateColumn();
    for (const value of values) column.add(value);
    return column.times.map((time) => new Date(time).getMonth() + 1);
  };
  expect(months('01/02/2024', '03/01/2024', '31/01/2024')).toEqual([2, 1, 1]);
  expect(months('01/02/2024', '03/01/2024', '01/31/2024')).toEqual([1, 3, 1]);
  expect(months('01/02/2024', 'soon')).toEqual([1, NaN]);
});

test.each([
  ['24/03/05', '24/03/06', '2024-03-05'],
  ['24-03-05', '24-04-06', '2024-03-05'],
  ['24.03.05 10:30', '24.03.16 11:00', '2024-03-05'],
  ['05/03/24', '06/03/24', '2024-05-03'],
  ['05-03-24', '26-03-24', '2024-03-05'],
])('of %s and %s the year is where there are fewer of them', (one, two, day) => {
  const column = new DateColumn();
  for (const value of [one, two]) column.add(value);
  expect(new Date(column.times[0] ?? NaN).toLocaleDateString('sv')).toBe(day);
  expect(column.isOpen).toBe(column.first !== 'year');
});

test('a person may say which comes first, and fillers are no values', () => {
  const column = new DateColumn('day');
  for (const value of ['01/02/2024', 'NULL', 'N/A', '\\N', '-', '', '0000-00-00 00:00:00', 'unknown', '?', '(blank)'])
    column.add(value);
  expect([column.isGuessed, column.isOpen, column.filled, column.count]).toEqual([false, true, 1, 1]);
  expect(new Date(column.times[0] ?? NaN).getMonth()).toBe(1);
});

test('a column knows where the month came first by a guess', () => {
  const isGuessed = (...values: string[]): boolean => {
    const column = new DateColumn();
    for (const value of values) column.add(value);
    return column.isGuessed;
  };
  expect(isGuessed('01/02/2024', 'soon')).toBe(true);
  expect(isGuessed('01/02/2024', '31/01/2024')).toBe(false);
  expect(isGuessed('01/02/2024', '01/31/2024')).toBe(false);
  expect(isGuessed('2024-01-02', '01.02.2024', '03/03/2024', 'soon')).toBe(false);
});

test.each([
  ['45292.5', '2024-01-01T12:00'],
  ['1.3.2024 klo 9.05', '2024-03-01T09:05'],
  ['01/03/24 09.05', '2024-01-03T09:05'],
  ['2024/3/1 下午9:05', '2024-03-01T21:05'],
  ['2024. 3. 1. 오전 9:05', '2024-03-01T09:05'],
  ['2024년 3월 1일 오후 12:05', '2024-03-01T12:05'],
  ['1/3/2024, 9:05 م', '2024-01-03T21:05'],
])('%s is a moment too', (text, moment) => {
  expect(timeOf(text)).toBe(new Date(moment).getTime());
});
