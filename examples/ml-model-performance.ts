/** How a model performs, for two readers, as messages, a mail, a page, CSV and a workbook: `npm run example ml-model-performance`. */
import { writeReport } from './support/write-report.js';

await writeReport('mlModelPerformance', 'ml-model-performance');
