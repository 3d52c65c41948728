/** The key figures of an artist, and those that follow from two of them. */
import type { MessageId } from '../../generated/messages.js';
import type { ReportContext } from '../../report/context.js';
import { makeKpi } from '../../report/kpi.js';
import type { FigureUnit, ReportKpi } from '../../report/model.js';
import type { Broken } from './contradictions.js';
import { type Reading, readKpi } from './readings.js';
import type { ArtistKpis, SpotifyArtistInput } from './schema.js';

/** A figure as it was given. */
type Given = {
  readonly key: keyof ArtistKpis;
  readonly label: MessageId & `metric.${string}`;
  readonly unit: FigureUnit;
};

/** A figure that is one of the given divided by another; `unless`: what must not contradict anything. */
type Derived = {
  readonly key: string;
  readonly label: MessageId & `metric.${string}`;
  readonly unit: FigureUnit;
  readonly of: readonly [keyof ArtistKpis, keyof ArtistKpis];
  readonly unless: readonly Broken[];
  readonly unlessBefore: readonly Broken[];
};

const ofListeners = { unless: ['listeners'], unlessBefore: ['listenersBefore'] } as const;
const ofAny = { unless: [], unlessBefore: [] } as const;

/** In the order in which they are shown. */
const figures: readonly (Given | Derived)[] = [
  { key: 'streams', label: 'metric.streams', unit: 'count' },
  { key: 'listeners', label: 'metric.listeners', unit: 'count' },
  { key: 'monthlyListeners', label: 'metric.monthlyListeners', unit: 'count' },
  {
    key: 'streamsPerListener',
    label: 'metric.streamsPerListener',
    unit: 'decimal',
    of: ['streams', 'listeners'],
    ...ofListeners,
  },
  { key: 'followers', label: 'metric.followers', unit: 'count' },
  {
    key: 'followerRatio',
    label: 'metric.followerRatio',
    unit: 'ratio',
    of: ['followers', 'monthlyListeners'],
    ...ofAny,
  },
  { key: 'saves', label: 'metric.saves', unit: 'count' },
  { key: 'saveRatio', label: 'metric.saveRatio', unit: 'ratio', of: ['saves', 'listeners'], ...ofListeners },
  { key: 'playlistAdds', label: 'metric.playlistAdds', unit: 'count' },
  { key: 'popularity', label: 'metric.popularity', unit: 'score' },
];

function givenKpi(input: SpotifyArtistInput, { key, label, unit }: Given, context: ReportContext): ReportKpi[] {
  const figure = input.kpis?.[key];
  if (figure === undefined) return [];
  return [makeKpi(context, { key, label: context.localizer.t(label), path: `kpis.${key}`, unit, figure })];
}

/** A quotient now and before; before only where both are known. */
function quotientOf(part: Reading, whole: Reading, isBeforeBroken: boolean) {
  const value = part.value / whole.value;
  const known = { value, n: whole.value };
  const evidence = { value: { op: 'ratio', from: [part.evidence.value, whole.evidence.value] } } as const;
  if (isBeforeBroken || part.previous === undefined || whole.previous === undefined || whole.previous === 0) {
    return { figure: known, evidence };
  }
  const previous = { op: 'ratio', from: [part.evidence.previous, whole.evidence.previous] } as const;
  return {
    figure: { ...known, previous: part.previous / whole.previous },
    evidence: { ...evidence, previous },
  };
}

function derivedKpi(
  input: SpotifyArtistInput,
  { key, label, unit, of, unless, unlessBefore }: Derived,
  context: ReportContext,
  broken: ReadonlySet<Broken>,
): ReportKpi[] {
  const [part, whole] = [readKpi(input, of[0]), readKpi(input, of[1])];
  if (part === undefined || whole === undefined || whole.value === 0) return [];
  if (unless.some((each) => broken.has(each))) return [];
  const isBeforeBroken = unlessBefore.some((each) => broken.has(each));
  const { figure, evidence } = quotientOf(part, whole, isBeforeBroken);
  const path = `kpis.${of[0]}`;
  return [makeKpi(context, { key, label: context.localizer.t(label), path, unit, figure, evidence })];
}

/** Makes the key figures. What follows from a contradiction is left out. */
export const artistKpis = (
  input: SpotifyArtistInput,
  context: ReportContext,
  broken: ReadonlySet<Broken>,
): ReportKpi[] =>
  figures.flatMap((figure) =>
    'of' in figure ? derivedKpi(input, figure, context, broken) : givenKpi(input, figure, context),
  );
