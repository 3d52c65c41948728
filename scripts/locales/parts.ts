/** Catalogs come in parts, so that a bundle that sends alerts holds no words of reports. */
import type { Messages } from './icu.js';

/** What the ids begin with that only reports use. */
const reportPrefixes: ReadonlySet<string> = new Set([
  'column',
  'finding',
  'insight',
  'metric',
  'mlModelPerformance',
  'playlistAnalytics',
  'region',
  'report',
  'revenueReport',
  'spotifyArtist',
  'use',
  'userEngagement',
]);

/** Ids of channels, and of figures that only reports show. */
const isOfReports = (id: string): boolean =>
  reportPrefixes.has(id.split('.', 1)[0] ?? '') || id.startsWith('kpi.withheld.');

/** The parts of a catalog by the suffix of their module: none for what every channel needs. */
export const parts = ['', '-reports'] as const;

/** The messages of a part. */
export function partOf(messages: Messages, part: (typeof parts)[number]): Messages {
  const isWanted = (id: string): boolean => isOfReports(id) === (part === '-reports');
  return Object.fromEntries(Object.entries(messages).filter(([id]) => isWanted(id)));
}
