/** Songstats' statistics of artists, current and historic. https://docs.songstats.com */
import type { ArtistPoint, SpotifyArtistInput } from '../domains/spotify-artist/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { parseDay, type ReportWindow } from '../report/period.js';
import { countOf, isMembers, type Members, readMembers, textOf } from './shared/members.js';

/** Answers of the API, and the days that they are told of. */
export type SongstatsAnswers = {
  /** `GET /artists/stats` */
  readonly stats: unknown;
  /** `GET /artists/historic_stats` */
  readonly historic?: unknown;
  /** @default what `artist_info` says */
  readonly name?: string;
  readonly window: ReportWindow;
};

const id = 'sources/songstats';

/** The part about Spotify: of a list of sources, or all there is. */
function partOf(answer: Members): Members {
  const { stats } = answer;
  const parts: readonly unknown[] = Array.isArray(stats) ? stats : [isMembers(stats) ? stats : answer];
  const part = parts.find((each): each is Members => isMembers(each) && (each['source'] ?? 'spotify') === 'spotify');
  if (part === undefined) return {};
  return isMembers(part['data']) ? part['data'] : part;
}

const figures = [
  { key: 'followers', names: ['followers', 'followers_total', 'followers_current'] },
  { key: 'monthlyListeners', names: ['monthly_listeners', 'monthly_listeners_current'] },
] as const;

function pointOf(given: unknown, path: string, diagnostics: Diagnostic[]): ArtistPoint[] {
  const date = isMembers(given) ? textOf(given, 'date') : undefined;
  if (!isMembers(given) || date === undefined || parseDay(date) === undefined) {
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message: 'A point without a day was left out' });
    return [];
  }
  const streams = countOf(given, ['streams', 'streams_current'], path, diagnostics);
  const streamsTotal = countOf(given, ['streams_total'], path, diagnostics);
  const followers = countOf(given, ['followers_total', 'followers'], path, diagnostics);
  return [
    {
      t: date,
      ...(streams !== undefined && { streams }),
      ...(followers !== undefined && { followers }),
      ...(streamsTotal !== undefined && { streamsTotal }),
    },
  ];
}

function timelineOf(historic: unknown, diagnostics: Diagnostic[]): ArtistPoint[] {
  if (historic === undefined || historic === null) return [];
  const part = Array.isArray(historic)
    ? { history: historic }
    : partOf(readMembers(id, historic, 'historic', 'history'));
  const { history } = part as Members;
  if (!Array.isArray(history)) return [];
  const points = history.flatMap((point: unknown, index) => pointOf(point, `historic.history.${index}`, diagnostics));
  points.sort((a, b) => (a.t < b.t ? -1 : 1));
  const distinct = points.filter(({ t }, index) => t !== points[index - 1]?.t);
  if (distinct.length < points.length) {
    const numbers = { limit: distinct.length, actual: points.length, unit: 'item' } as const;
    const message = 'Points of one day were left out but for the first';
    diagnostics.push({ code: 'dropped', severity: 'warning', path: 'historic.history', message, ...numbers });
  }
  return distinct;
}

/**
 * Reads statistics of an artist, in order of days.
 *
 * @param diagnostics receives what was left out
 * @throws InputInvalidError when the value holds no statistics, or nobody says whose they are
 * @example
 * ```ts
 * import { fromSongstats } from 'channel-formatters/sources/songstats';
 *
 * const stats = { artist_info: { name: 'Mira Solane' }, stats: [{ source: 'spotify', data: { monthly_listeners_current: 1_204 } }] };
 * console.log(fromSongstats({ stats, window: { from: '2026-10-01', to: '2026-10-28' } }).kpis);
 * ```
 */
export function fromSongstats(answers: SongstatsAnswers, diagnostics: Diagnostic[] = []): SpotifyArtistInput {
  const stats = readMembers(id, answers?.stats, 'stats', 'statistics of Songstats');
  const { artist_info: info } = stats;
  const name = answers.name ?? (isMembers(info) ? textOf(info, 'name') : undefined);
  if (name === undefined) {
    throw new InputInvalidError(id, [{ path: 'name', message: 'expected a name', expected: 'a name' }]);
  }
  const part = partOf(stats);
  const kpis: NonNullable<SpotifyArtistInput['kpis']> = {};
  for (const { key, names } of figures) {
    const value = countOf(part, names, 'stats', diagnostics);
    if (value !== undefined) kpis[key] = value;
  }
  const timeline = timelineOf(answers.historic, diagnostics);
  return {
    artist: { name },
    window: answers.window,
    ...(Object.keys(kpis).length > 0 && { kpis }),
    ...(timeline.length > 0 && { timeline }),
  };
}
