/** Spreadsheets: the rows of one sheet. */
import type { Account } from '../account';
import type { Layout, Source } from '../layout';
import type { Row } from '../row';
import type { Format } from './format';

/** Who reads sheets. */
export interface SheetReader {
  layoutOf(file: File): Promise<Partial<Layout>>;
  /** @param stop ends it, also before the first rows are there */
  rows(source: Source, account: Account, stop?: AbortSignal): AsyncGenerator<readonly Row[], void, undefined>;
}

let reader: SheetReader | undefined;

/** A library needs seconds for a large sheet, and a page gives them to a worker. Without one they are read where the rest is. */
export function readSheetsWith(other: SheetReader): void {
  reader = other;
}

const sheetReader = async (): Promise<SheetReader> => reader ?? (await import('./sheets'));

export const workbook: Format = {
  name: 'workbook',
  title: 'spreadsheet',
  says: 'The rows of one sheet, from Excel, LibreOffice or Google Sheets; up to 50 MB.',
  endings: ['xlsx', 'xlsm', 'ods'],
  types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  unit: 'row',
  signature: [0x50, 0x4b, 3, 4],
  mostBytes: 50e6,
  isOne: () => false, // its first bytes tell
  layoutOf: async (_, file) => (await sheetReader()).layoutOf(file),
  async *rows(source, account, stop) {
    yield* (await sheetReader()).rows(source, account, stop);
  },
};
