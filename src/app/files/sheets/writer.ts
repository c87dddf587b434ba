/** Spreadsheets written in a worker, one for each: a library packs tens of thousands of rows in one piece, and the page stays free. */
import type { SheetWriter } from '../export';
import { Line, type SheetWorker } from './line';

/** The worker's script did not load, or died. */
class Dead extends Error {}

export function sheetWriter(start: () => SheetWorker): SheetWriter {
  return async (job, form, wanted, here) => {
    const { choice, columns, numbers, corrections, readings } = job;
    const line = new Line(start(), new Dead());
    try {
      line.worker.postMessage({
        kind: 'write',
        job: {
          choice,
          columns,
          numbers,
          ...(corrections && { corrections }),
          length: readings.length,
          readings: readings.slice(0, readings.read),
        },
        form,
        wanted,
      });
      const reply = await line.next();
      return reply.kind === 'written' ? reply.exported : await here();
    } catch (error) {
      // Without storage a reload would lose the labels.
      if (error instanceof Dead) return await here();
      throw error;
    } finally {
      line.worker.terminate();
    }
  };
}
