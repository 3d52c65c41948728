/** Any royalty statement that passes its schema. */
import fc from 'fast-check';
import type { RevenueLine, RevenueReportInput } from '../../../src/domains/revenue-report/schema.js';

const amount = fc
  .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => (units / 10 ** scale).toFixed(scale));

const name = fc.oneof(
  fc.constantFrom('Spotify', 'Deezer', 'Amazon Music', 'أنغامي', '=cmd()', '<b>&'),
  fc.string({ minLength: 1, maxLength: 20 }),
);

const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD');

const optional = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) =>
  fc.record(shape, { requiredKeys: [] });

const line: fc.Arbitrary<RevenueLine> = fc
  .tuple(
    fc.record({
      dsp: name,
      territory: fc.constantFrom('FR', 'US', 'MA', 'WW', 'ZZ'),
      useType: fc.constantFrom('stream_premium', 'stream_ad', 'download', 'sync'),
      title: fc.string({ maxLength: 20 }),
      quantity: fc.integer({ min: -100, max: 1_000_000 }),
      net: amount,
    }),
    optional({
      artist: fc.string({ maxLength: 10 }),
      isrc: fc.constantFrom('FRZ112600121', 'FR-Z11-26-00122'),
      currency: currencies,
      gross: amount,
      deductions: fc.array(fc.record({ kind: fc.constantFrom('tax', 'reserve'), amount }), { maxLength: 2 }),
      previousNet: amount,
      previousQuantity: fc.integer({ min: 0, max: 1_000_000 }),
    }),
  )
  .map(([required, more]) => ({ ...required, ...more }) as RevenueLine);

const rates = fc.record({ USD: fc.constantFrom('1.1712', '0.5'), JPY: fc.constant('172.4') }, { requiredKeys: [] });

const window = fc.constantFrom(
  { from: '2026-07-01', to: '2026-09-30' },
  { from: '2026-07-01', to: '2026-09-30', previous: { from: '2026-04-01', to: '2026-06-30' } },
  { from: '2026-07-01', to: '2026-07-30', previous: { from: '2026-06-03', to: '2026-06-30' } },
  { from: '2026-07-01', to: '2026-09-30', complete: false, previous: { from: '2026-04-01', to: '2026-06-30' } },
);

const split = fc.record({
  party: name,
  role: fc.constantFrom('label', 'writer'),
  shareRatio: fc.constantFrom(0, 0.25, 0.5, 1 / 3, 1),
});

export const statements: fc.Arbitrary<RevenueReportInput> = fc
  .tuple(
    fc.record({ window, currency: currencies, lines: fc.array(line, { maxLength: 12 }) }),
    optional({
      payee: name,
      fx: rates.map((given) => ({ base: 'EUR', date: '2026-09-30', source: 'Bank', rates: given })),
      totals: optional({ net: amount, gross: amount, quantity: fc.integer() }),
      splits: fc.array(split, { maxLength: 4 }),
      balance: fc
        .tuple(
          fc.record({ broughtForward: amount, earned: amount, payable: amount }),
          optional({ unrecouped: amount, threshold: amount }),
        )
        .map(([required, more]) => ({ ...required, ...more })),
    }),
  )
  .map(([required, more]) => ({ ...required, ...more }) as RevenueReportInput);
