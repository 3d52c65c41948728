/** Any valid input, contradictions and hostile names included. */
import fc from 'fast-check';
import type { UserEngagementInput } from '../../../src/domains/user-engagement/schema.js';
import { anyText } from '../../property/arbitraries/text.js';

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const count = fc.oneof(fc.nat(40), fc.nat(5_000), fc.maxSafeNat());
const amount = fc.oneof(fc.nat(1_000_000), fc.double({ min: 0, max: 1e300, noNaN: true }));
const ratio = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const name = anyText(20).filter((text) => text !== '');
const decimal = fc
  .tuple(fc.maxSafeInteger(), fc.nat(99))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);

/** Leaves out what is undefined: inputs have no such members. */
function compact<Value>(value: Value): Value {
  return Object.fromEntries(Object.entries(value as object).filter(([, member]) => member !== undefined)) as Value;
}

const figure = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    value,
    fc.record({ value, previous: maybe(value), target: maybe(value), n: maybe(fc.nat(100)) }).map(compact),
  );

const record = (members: Record<string, fc.Arbitrary<unknown>>) => fc.record(members).map(compact);

const day = (index: number): string => new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10);
const days = fc.uniqueArray(fc.nat(80), { maxLength: 8 }).map((all) => all.sort((a, b) => a - b).map(day));

const series = days.chain((all) =>
  fc.tuple(...all.map((t) => record({ t: fc.constant(t), dau: maybe(count), wau: maybe(count), mau: maybe(count) }))),
);

const cohort = (start: string) =>
  fc.tuple(count, fc.uniqueArray(fc.nat(30), { maxLength: 6 })).chain(([size, distances]) =>
    record({
      start: fc.constant(start),
      size: fc.constant(size),
      cells: fc.tuple(
        ...distances
          .sort((a, b) => a - b)
          .map((k) => record({ k: fc.constant(k), retained: fc.nat(size), incomplete: maybe(fc.boolean()) })),
      ),
    }),
  );

const part = count.chain((denominator) =>
  record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }),
);
const rate = fc.tuple(part, maybe(part)).map(([now, previous]) => compact({ ...now, previous }));

const figures = (names: string, required: string, value: fc.Arbitrary<unknown> = figure(count)) =>
  record(Object.fromEntries(names.split(' ').map((each) => [each, each === required ? value : maybe(value)])));

export const anyEngagement = record({
  window: record({
    from: fc.constant('2026-10-01'),
    to: fc.constantFrom('2026-10-31', '2026-10-28'),
    complete: maybe(fc.boolean()),
    previous: maybe(fc.constant({ from: '2026-09-01', to: '2026-09-30' })),
  }),
  active: maybe(
    record({ dau: maybe(figure(count)), wau: maybe(figure(count)), mau: maybe(figure(count)), series: maybe(series) }),
  ),
  sessions: maybe(
    record({
      count: figure(count),
      medianMs: maybe(figure(amount)),
      p90Ms: maybe(figure(amount)),
      perUser: maybe(figure(amount)),
    }),
  ),
  listening: maybe(
    fc
      .tuple(figures('plays streams30s skips completions listeningMs', 'plays'), maybe(name))
      .map(([all, skipDefinition]) => compact({ ...(all as object), skipDefinition })),
  ),
  retention: maybe(
    record({
      unit: fc.constantFrom('day', 'week', 'month'),
      definition: fc.constantFrom('n-day', 'unbounded', 'bracket'),
      cohorts: days.chain((all) => fc.tuple(...all.map(cohort))),
    }),
  ),
  funnel: maybe(fc.array(record({ step: name, count }), { maxLength: 6 })),
  subscription: maybe(
    fc
      .tuple(
        figures('starts', 'starts'),
        figures('cancels trialConversions trials reactivations activeAtStart', 'cancels'),
      )
      .map(([one, other]) => ({ ...(one as object), ...(other as object) })),
  ),
  ltv: maybe(
    record({
      arpu: figure(decimal),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'XYZ'),
      churnRatio: ratio,
      marginRatio: maybe(ratio),
      horizonMonths: maybe(fc.integer({ min: 1, max: 600 })),
    }),
  ),
  heatmap: maybe(fc.array(fc.array(count, { minLength: 24, maxLength: 24 }), { minLength: 7, maxLength: 7 })),
  segments: maybe(
    fc.array(record({ name, users: count, previousUsers: maybe(count), rate: maybe(rate) }), { maxLength: 5 }),
  ),
  segmentRate: fc.constantFrom('retentionRatio', 'conversionRatio', 'churnRatio', 'skipRatio', 'completionRatio'),
}) as fc.Arbitrary<UserEngagementInput>;
