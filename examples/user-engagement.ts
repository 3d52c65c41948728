/** Who listens, returns and pays, for two readers, as messages, a mail, a page, CSV and a workbook: `npm run example user-engagement`. */
import { writeReport } from './support/write-report.js';

await writeReport('userEngagement', 'user-engagement');
