import { expect, test } from 'vitest';
import { loadReport } from './report';

const load = {
  ...{ date: '2026-11-27', minutes: 60, tabs: 8, tags: 1000, keys: 14_400, readings: 300, downloads: 5, askedLater: 0 },
  marks: [
    { minute: 15, heapMB: 10, residentMB: 1000 },
    { minute: 60, heapMB: 10.4, residentMB: 990 },
  ],
  wrong: [],
};

test('a load that leaves nothing behind meets every bar', () => {
  expect(loadReport(load)).not.toContain('missed');
  expect(loadReport(load)).toContain('10.00, 10.40: +4.0 %');
});

test('a second download, a late request, an error and growth are each missed, and the error is told', () => {
  const report = loadReport({
    ...load,
    downloads: 10,
    askedLater: 1,
    wrong: ['no luck', 'no luck'],
    marks: load.marks.map((mark, i) => ({ ...mark, heapMB: mark.heapMB + i, residentMB: mark.residentMB + 100 * i })),
  });
  expect(report.match(/missed/g)).toHaveLength(5);
  expect(report.match(/- no luck/g)).toHaveLength(1);
});
