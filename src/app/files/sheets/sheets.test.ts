import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { Account } from '../../../tables/account';
import * as here from '../../../tables/formats/sheets';
import { PLAIN, type Source } from '../../../tables/layout';
import { turn } from '../../../tables/pieces';
import type { Row } from '../../../tables/row';
import { worker } from '../../../../testbed/sheet-worker';
import { answerAt } from './desk';
import { sheetReader } from './reader';

const rowsIn = async (rows: AsyncIterable<readonly Row[]>): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const batch of rows) all.push(...batch);
  return all;
};

async function answers(count: number): Promise<Source> {
  const rows = [['Report'], ['id', 'comment'], ...Array.from({ length: count }, (_, i) => [i, `so glad ${String(i)}`])];
  const file = new File([(await writeXlsx({ sheets: [{ name: 'A', rows }] })) as Uint8Array<ArrayBuffer>], 'a.xlsx');
  const layout = { ...PLAIN, ...(await here.layoutOf(file)) };
  return { file, format: 'workbook', encoding: 'utf-8', isGuess: false, isMarked: false, layout };
}

test('a worker reads what is read here, and the account with it', async () => {
  const source = await answers(1000);
  const workers: ReturnType<typeof worker>[] = [];
  const reader = sheetReader(() => {
    const one = worker();
    workers.push(one);
    return one;
  });
  expect(source.layout).toMatchObject(await reader.layoutOf(source.file));
  const [own, theirs] = [new Account(), new Account()];
  const expected = await rowsIn(here.rows(source, own));
  expect(expected).toHaveLength(1000);
  expect(await rowsIn(reader.rows(source, theirs))).toEqual(expected);
  expect([theirs.lines, theirs.aside]).toEqual([own.lines, own.aside]);
  expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
});

test('who asks no further, or stops before the first rows are there, ends the worker', async () => {
  const source = await answers(1000);
  const asked = worker();
  for await (const batch of sheetReader(() => asked).rows(source, new Account())) if (batch.length > 0) break;
  expect(asked.ended).toBe(true);

  const silent = worker(() => undefined);
  const stop = new AbortController();
  const reading = rowsIn(sheetReader(() => silent).rows(source, new Account(), stop.signal));
  stop.abort();
  await expect(reading).rejects.toThrow('Nobody waits');
  expect(silent.ended).toBe(true);
});

test('a file that is refused is told in the same words, and a worker that fails is told too', async () => {
  const file = new File(['PK\u0003\u0004'], 'oops.xlsx');
  const refused = await here.layoutOf(file).catch((error: unknown) => error);
  await expect(sheetReader(() => worker()).layoutOf(file)).rejects.toEqual(refused);

  const dead = worker(() => undefined);
  const failing = sheetReader(() => dead).layoutOf(file);
  dead.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
  await expect(failing).rejects.toThrow('oops.xlsx could not be read: the part of this page that reads spreadsheets failed.');
  expect(dead.ended).toBe(true);
});

test('a worker is one batch ahead of who uses the rows, and no more', async () => {
  const source = await answers(2000);
  let sent = 0;
  const counting = worker((port) => {
    answerAt({
      postMessage: (message) => {
        if (message.kind === 'rows') sent++;
        port.postMessage(message);
      },
      addEventListener: (type, listen) => {
        port.addEventListener(type, listen);
      },
    });
  });
  const rows = sheetReader(() => counting).rows(source, new Account());
  let used = 0;
  while (!(await rows.next()).done) {
    used++;
    await turn();
    expect(sent).toBeLessThanOrEqual(used + 1);
  }
  expect(used).toBeGreaterThan(5);
});
