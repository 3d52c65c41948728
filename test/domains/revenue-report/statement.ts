/** Statements for tests, as small as what they are about. */
import type { RevenueLine, RevenueReportInput } from '../../../src/domains/revenue-report/schema.js';

export const line = (member: Partial<RevenueLine> = {}): RevenueLine => ({
  dsp: 'Spotify',
  territory: 'FR',
  useType: 'stream_premium',
  title: 'Aube',
  quantity: 1000,
  net: '3.60',
  ...member,
});

export const statement = (member: Partial<RevenueReportInput> = {}): RevenueReportInput => ({
  window: { from: '2026-07-01', to: '2026-09-30', previous: { from: '2026-04-01', to: '2026-06-30' } },
  currency: 'EUR',
  lines: [line()],
  ...member,
});
