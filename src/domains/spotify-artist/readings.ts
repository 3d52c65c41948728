/** The key figures of an artist as they were given, each with how it follows from the input. */
import { type Figure, type FigureReading, readingOf } from '../../report/figure.js';
import type { Derivation } from '../../report/model.js';
import type { ArtistKpis, SpotifyArtistInput } from './schema.js';

export type Reading = FigureReading & {
  readonly evidence: { readonly value: Derivation; readonly previous: Derivation };
};

/** A value at a path, as evidence. */
export const valueAt = (path: string): Derivation => ({ op: 'value', from: [path] });

const toReading = (figure: Figure, path: string): Reading => ({
  ...readingOf(figure),
  evidence: {
    value: valueAt(typeof figure === 'object' ? `${path}.value` : path),
    previous: valueAt(`${path}.previous`),
  },
});

/** Reads a key figure; `undefined` where it is not known. */
export function readKpi({ kpis }: SpotifyArtistInput, key: keyof ArtistKpis): Reading | undefined {
  const figure = kpis?.[key];
  return figure === undefined ? undefined : toReading(figure, `kpis.${key}`);
}
