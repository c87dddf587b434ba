import { readSheetsWith } from '../../../tables/formats/workbook';
import { SHEET_WORKER, trusted } from '../../own-scripts';
import { sheetReader } from './reader';

readSheetsWith(sheetReader(() => new Worker(trusted(SHEET_WORKER), { type: 'module', name: 'sheets' })));
