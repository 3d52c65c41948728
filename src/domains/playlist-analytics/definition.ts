/** The report of a playlist. */
import type { Schema } from '../../kernel/schema.js';
import type { ReportDefinition } from '../../report/produce.js';
import { composePlaylistAnalytics } from './compose.js';
import { type PlaylistAnalyticsInput, playlistAnalyticsSchema } from './schema.js';

export const playlistAnalyticsReport: ReportDefinition<PlaylistAnalyticsInput> = {
  id: 'playlistAnalytics',
  // zod lets a member be `undefined` where the type says it is absent; composing treats both alike.
  schema: () => playlistAnalyticsSchema() as Schema<unknown> as Schema<PlaylistAnalyticsInput>,
  rows: ['tracks', 'previousTracks', 'audience.series'],
  compose: composePlaylistAnalytics,
};
