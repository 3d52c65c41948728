/** PagerDuty's limits, and the ones this package sets where PagerDuty states none. */
import type { Limit } from '../../kernel/fit.js';

const asOf = '2026-11-20';
const events = 'https://developer.pagerduty.com/docs/send-alert-event';

export const pagerDutyLimits = {
  /** In which unit is not said; UTF-16 units are the most that any reading counts. Over it the event is refused, and lost. */
  summary: { max: 1024, unit: 'utf16', source: events, asOf },
  dedupKey: { max: 255, unit: 'utf16', source: events, asOf },
  /** "512 KB" of JSON: the smaller of its two readings, as Alertmanager takes it. */
  event: { max: 512_000, unit: 'byte', source: 'https://developer.pagerduty.com/docs/events-api-v2-overview', asOf },
} as const satisfies Record<string, Limit>;

/** Source, component, group, class and texts of links: PagerDuty states no limit, and more than a summary is no name. */
export const maxNameChars = 1024;

/** PagerDuty states no limit for URLs; browsers and proxies take this much. */
export const maxUrlChars = 2048;

/** As deep as details of another system are followed: PagerDuty's page shows no more. */
export const maxDetailDepth = 16;

/** The years 0 to 9999: ISO 8601 writes others with a sign, which hardly anybody reads. */
export const timestampRange = { minMs: -62_167_219_200_000, maxMs: 253_402_300_799_999 } as const;

/** How many of the details that were left out are named in the event and one by one in diagnostics. */
export const maxNamedOmissions = 20;

/** A name in that list; it may be as long as its sender liked. */
export const maxOmissionNameChars = 100;
