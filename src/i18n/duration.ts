/** Durations in their two largest units. */

export type DurationUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond';
/** One component, sign included; only the first one carries the sign. */
export type DurationPart = { readonly unit: DurationUnit; readonly value: number };

const units: readonly (readonly [DurationUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
];

function splitRounded(durationMs: number): DurationPart[] {
  const index = units.findIndex(([, sizeMs]) => durationMs >= sizeMs);
  const first = units[index];
  const second = units[index + 1];
  if (first === undefined || second === undefined) return [];
  const [, firstMs] = first;
  const [secondUnit, secondMs] = second;
  const rounded = Math.round(durationMs / secondMs) * secondMs;
  // 59 min 59.9 s round to a whole hour, whose two units are others.
  if (rounded > durationMs && index > 0 && rounded >= (units[index - 1]?.[1] ?? Infinity)) return splitRounded(rounded);
  const count = Math.floor(rounded / firstMs);
  const rest = Math.round((rounded - count * firstMs) / secondMs);
  const parts: DurationPart[] = [{ unit: first[0], value: count }];
  return rest === 0 ? parts : [...parts, { unit: secondUnit, value: rest }];
}

/**
 * Splits a finite duration into its two largest units, rounded to the smaller one: 1 h 12 min, 3 d 4 h. Below a second it
 * stays in milliseconds, fraction included. Days are 24 hours.
 */
export function splitDuration(durationMs: number): DurationPart[] {
  if (durationMs === 0) return [{ unit: 'second', value: 0 }];
  const absoluteMs = Math.abs(durationMs);
  const parts: DurationPart[] =
    absoluteMs < 1000 ? [{ unit: 'millisecond', value: absoluteMs }] : splitRounded(absoluteMs);
  if (durationMs > 0) return parts;
  return parts.map((part, index) => (index === 0 ? { ...part, value: -part.value } : part));
}
