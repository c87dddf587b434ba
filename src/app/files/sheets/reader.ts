/** Spreadsheets read in a worker, one for each time that one is read: what ends the reading ends the worker, and gives its memory back. */
import type { SheetReader } from '../../../tables/formats/workbook';
import { FileProblem } from '../../../tables/file-problem';
import { Line, type SheetWorker } from './line';

const dead = (name: string): FileProblem =>
  new FileProblem(`${name} could not be read: the part of this page that reads spreadsheets failed. Reload the page.`);

export function sheetReader(start: () => SheetWorker): SheetReader {
  return {
    async layoutOf(file) {
      const line = new Line(start(), dead(file.name));
      try {
        line.worker.postMessage({ kind: 'layout', file });
        const reply = await line.next();
        return reply.kind === 'layout' ? reply.layout : {};
      } finally {
        line.worker.terminate();
      }
    },
    async *rows(source, account, stop) {
      const line = new Line(start(), dead(source.file.name), stop);
      try {
        line.worker.postMessage({ kind: 'rows', source });
        for (;;) {
          const reply = await line.next();
          if (reply.kind !== 'rows' && reply.kind !== 'end') return;
          account.lines = reply.account.lines;
          Object.assign(account.aside, reply.account.aside);
          if (reply.kind === 'end') return;
          line.worker.postMessage({ kind: 'next' }); // it works ahead while these rows are used
          yield reply.rows;
        }
      } finally {
        line.worker.terminate();
      }
    },
  };
}
