/** Figures of a playlist, for two readers, as messages, a mail, a page, CSV and a workbook: `npm run example playlist-analytics`. */
import { writeReport } from './support/write-report.js';

await writeReport('playlistAnalytics', 'playlist-analytics');
