/** Figures of an artist, for two readers, as messages, a mail, a page, CSV and a workbook: `npm run example spotify-artist`. */
import { writeReport } from './support/write-report.js';

await writeReport('spotifyArtist', 'spotify-artist');
