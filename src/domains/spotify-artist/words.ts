/** What sources and groups of listeners are called. */
import type { MessageId } from '../../generated/messages.js';
import type { ArtistDemographics, ArtistSources } from './schema.js';

export const sourceWords = {
  active: 'spotifyArtist.source.active',
  editorial: 'spotifyArtist.source.editorial',
  algorithmic: 'spotifyArtist.source.algorithmic',
  listenerPlaylists: 'spotifyArtist.source.listenerPlaylists',
  other: 'spotifyArtist.source.other',
} as const satisfies Record<keyof ArtistSources, MessageId>;

export const genderWords = {
  female: 'spotifyArtist.gender.female',
  male: 'spotifyArtist.gender.male',
  nonBinary: 'spotifyArtist.gender.nonBinary',
  notSpecified: 'spotifyArtist.gender.notSpecified',
} as const satisfies Record<NonNullable<ArtistDemographics['gender']>[number]['gender'], MessageId>;
