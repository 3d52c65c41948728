/** The report of an artist. */
import type { Schema } from '../../kernel/schema.js';
import type { ReportDefinition } from '../../report/produce.js';
import { composeSpotifyArtist } from './compose.js';
import { type SpotifyArtistInput, spotifyArtistSchema } from './schema.js';

export const spotifyArtistReport: ReportDefinition<SpotifyArtistInput> = {
  id: 'spotifyArtist',
  // zod lets a member be `undefined` where the type says it is absent; composing treats both alike.
  schema: () => spotifyArtistSchema() as Schema<unknown> as Schema<SpotifyArtistInput>,
  rows: ['timeline', 'topTracks', 'topCities', 'demographics.age', 'demographics.gender'],
  compose: composeSpotifyArtist,
};
