/** A royalty statement, for two readers, as messages, a mail, a page, CSV and a workbook: `npm run example revenue-report`. */
import { writeReport } from './support/write-report.js';

await writeReport('revenueReport', 'revenue-report');
