import { readSheetsWith } from '../../../tables/formats/workbook';
import { SHEET_WORKER, trusted } from '../../own-scripts';
import { writeSheetsWith } from '../export';
import { sheetReader } from './reader';
import { sheetWriter } from './writer';

const start = (): Worker => new Worker(trusted(SHEET_WORKER), { type: 'module', name: 'sheets' });

readSheetsWith(sheetReader(start));
writeSheetsWith(sheetWriter(start));
