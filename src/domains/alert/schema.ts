/** The canonical alert: what any source becomes and any human channel shows. */
import type { Action, Severity, Status } from '../../document/nodes.js';
import { type Instant, toEpochMs } from '../../kernel/instant.js';
import { type Members, recordSchema } from '../../kernel/record-schema.js';
import * as z from '../../kernel/zod.js';

/** Rich text is opt-in and says its language; a plain string is shown as it is, markup and all. */
export type Description = string | { markdown: string } | { html: string };

/** A metric value with what it is measured against. `polarity`: which direction is welcome. */
export type MetricReading = {
  value: number;
  /** A CLDR unit or a usual abbreviation (`%`, `ms`, `GB`); anything else is printed after the number. */
  unit?: string;
  threshold?: number;
  previous?: number;
  /** @default 'neutral' */
  polarity?: 'higher' | 'lower' | 'neutral';
};

export type AlertLink = {
  url: string;
  /** @default the name of the kind, in the reader's language */
  label?: string;
  kind?: 'runbook' | 'dashboard';
};

/** One of the many that a grouped alert stands for: what tells it apart from the others. */
export type AlertInstance = {
  labels?: Record<string, string>;
  metrics?: Record<string, number | MetricReading>;
  /** @default 'firing' */
  status?: Status;
  startedAt: Instant;
  endedAt?: Instant;
  /** Where to look at this one. */
  url?: string;
};

/** An alert. All strings are raw and may be hostile; URLs that no reader should follow are dropped with a diagnostic. */
export type Alert = {
  severity: Severity;
  /** @default 'firing' */
  status?: Status;
  title: string;
  description?: Description;
  source: string;
  component?: string;
  environment?: string;
  /** Date, epoch milliseconds, or an ISO 8601 string with offset or `Z`. */
  startedAt: Instant;
  endedAt?: Instant;
  metrics?: Record<string, number | MetricReading>;
  labels?: Record<string, string>;
  affectedTenants?: readonly string[];
  /** What the reader has to do; `true` where there is nothing to add. */
  actionRequired?: string | boolean;
  actions?: readonly Action[];
  links?: readonly AlertLink[];
  images?: readonly { url: string; alt: string }[];
  /** Ties trigger, update and resolve together. @default derived from source, title, component, environment, labels */
  fingerprint?: string;
  occurrences?: number;
  /** Further alerts of the same group that the source did not send along. */
  omittedAlerts?: number;
  /** Those that it stands for, where it is a group: see `groupAlerts` of `channel-formatters/group-alerts`. */
  instances?: readonly AlertInstance[];
};

/** The members of a {@link MetricReading}. */
const reading: Members = {
  kinds: {
    value: 'number',
    unit: 'string',
    threshold: 'number',
    previous: 'number',
    polarity: ['higher', 'lower', 'neutral'],
  },
  required: ['value'],
};

/** Builds the schema of an {@link Alert}. Unknown members are errors: a misspelt one would be lost without a word. */
export function alertSchema() {
  const count = z.int().check(z.refine((value) => value >= 0, 'a whole number of at least 0'));

  const instant = z.custom<Instant>(
    (value) => toEpochMs(value) !== undefined,
    'a Date, epoch milliseconds, or an ISO 8601 time with offset or Z',
  );

  const action = z.strictObject({
    id: z.string().check(z.minLength(1, 'at least one character')),
    label: z.string(),
    kind: z.enum(['link', 'acknowledge', 'resolve', 'silence', 'select', 'date', 'input', 'custom']),
    url: z.optional(z.string()),
    value: z.optional(z.string()),
    options: z.optional(z.array(z.strictObject({ label: z.string(), value: z.string() }))),
    style: z.optional(z.enum(['primary', 'danger'])),
    confirm: z.optional(
      z.strictObject({
        title: z.string(),
        text: z.string(),
        confirmLabel: z.optional(z.string()),
        cancelLabel: z.optional(z.string()),
      }),
    ),
  });

  const metrics = z.optional(recordSchema<Record<string, number | MetricReading>>('number', reading));
  const labels = z.optional(recordSchema<Record<string, string>>('string'));
  const status = z.optional(z.enum(['firing', 'acknowledged', 'resolved']));

  return z.strictObject({
    severity: z.enum(['critical', 'error', 'warning', 'info']),
    status,
    title: z.string(),
    description: z.optional(
      z.union([z.string(), z.strictObject({ markdown: z.string() }), z.strictObject({ html: z.string() })]),
    ),
    source: z.string().check(z.minLength(1, 'at least one character')),
    component: z.optional(z.string()),
    environment: z.optional(z.string()),
    startedAt: instant,
    endedAt: z.optional(instant),
    metrics,
    labels,
    affectedTenants: z.optional(z.array(z.string())),
    actionRequired: z.optional(z.union([z.string(), z.boolean()])),
    actions: z.optional(z.array(action)),
    links: z.optional(
      z.array(
        z.strictObject({
          url: z.string(),
          label: z.optional(z.string()),
          kind: z.optional(z.enum(['runbook', 'dashboard'])),
        }),
      ),
    ),
    images: z.optional(z.array(z.strictObject({ url: z.string(), alt: z.string() }))),
    fingerprint: z.optional(z.string().check(z.minLength(1, 'at least one character'))),
    occurrences: z.optional(count),
    omittedAlerts: z.optional(count),
    instances: z.optional(
      z.array(
        z.strictObject({
          labels,
          metrics,
          status,
          startedAt: instant,
          endedAt: z.optional(instant),
          url: z.optional(z.string()),
        }),
      ),
    ),
  });
}
