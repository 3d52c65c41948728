/** An artist as data of schema.org: https://schema.org/MusicGroup, https://schema.org/InteractionCounter */
import { spotifyUrlOf } from '../../report/identifiers.js';
import type { Period } from '../../report/model.js';
import { cleanLine } from '../../sanitize/text.js';
import { safeUrl } from '../../sanitize/url.js';
import type { Broken } from './contradictions.js';
import { readKpi } from './readings.js';
import type { ArtistIdentity, ArtistKpis, SpotifyArtistInput } from './schema.js';

/** An address that may stand in published data: `https` only. */
export const secureUrl = (url: string): string | undefined => safeUrl(url, { schemes: ['https'] });

/** Where the artist is found: the page given, else that on Spotify. */
export function artistUrl({ url, spotifyId }: ArtistIdentity): string | undefined {
  const own = url === undefined ? undefined : secureUrl(url);
  return own ?? (spotifyId === undefined ? undefined : spotifyUrlOf({ kind: 'artist', id: spotifyId }));
}

/** What people did, by figure. Those of a window have its days; the others are as they stood at its end. */
const actions: readonly { readonly key: keyof ArtistKpis; readonly type: string; readonly isOfWindow: boolean }[] = [
  { key: 'streams', type: 'ListenAction', isOfWindow: true },
  { key: 'followers', type: 'FollowAction', isOfWindow: false },
  { key: 'saves', type: 'BookmarkAction', isOfWindow: true },
  { key: 'playlistAdds', type: 'AddAction', isOfWindow: true },
];

/** A day without an offset: it is one of the zone of the window. */
const dayText = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

function counters(input: SpotifyArtistInput, period: Period | undefined, broken: ReadonlySet<Broken>): object[] {
  return actions.flatMap(({ key, type, isOfWindow }) => {
    const reading = readKpi(input, key);
    const isBroken = key === 'streams' && (broken.has('listeners') || broken.has('tracks'));
    if (reading === undefined || isBroken) return [];
    return [
      {
        '@type': 'InteractionCounter',
        interactionType: { '@type': type },
        userInteractionCount: reading.value,
        ...(period !== undefined &&
          isOfWindow && {
            startTime: `${dayText(period.fromMs)}T00:00:00`,
            endTime: `${dayText(period.toMs)}T23:59:59`,
          }),
      },
    ];
  });
}

/** Pages about the artist elsewhere, by identifier. The schema has checked these. */
const pagesOf = ({ spotifyId, mbid, isni }: ArtistIdentity): string[] => [
  ...(spotifyId === undefined ? [] : [spotifyUrlOf({ kind: 'artist', id: spotifyId })]),
  ...(mbid === undefined ? [] : [`https://musicbrainz.org/artist/${mbid.toLowerCase()}`]),
  ...(isni === undefined ? [] : [`https://isni.org/isni/${isni.replaceAll(' ', '')}`]),
];

/** Describes the artist and what listeners did. Counts that contradict others are left out. */
export function artistJsonLd(
  input: SpotifyArtistInput,
  period: Period | undefined,
  broken: ReadonlySet<Broken>,
): Record<string, unknown> {
  const { artist } = input;
  const url = artistUrl(artist);
  const pages = pagesOf(artist).filter((page) => page !== url);
  const images = (artist.images ?? []).flatMap((image) => secureUrl(image.url) ?? []);
  const statistic = counters(input, period, broken);
  return {
    '@context': 'https://schema.org',
    '@type': 'MusicGroup',
    name: cleanLine(artist.name),
    ...(url !== undefined && { url }),
    ...(pages.length > 0 && { sameAs: pages }),
    ...(images.length > 0 && { image: images }),
    ...(statistic.length > 0 && { interactionStatistic: statistic }),
  };
}
