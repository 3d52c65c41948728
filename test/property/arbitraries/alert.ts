/** Alerts that pass their schema, whatever they hold. */
import fc from 'fast-check';
import type { Alert, MetricReading } from '../../../src/domains/alert/schema.js';
import { anyText, anyUrl, longText } from './text.js';

type Action = NonNullable<Alert['actions']>[number];

/** Drops members that are `undefined`, which the types do not have. */
export const present = <T extends object>(value: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

/** A member that is there half of the time. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Mostly short, sometimes far over every limit. */
export const field = (maxChars = 6000): fc.Arbitrary<string> =>
  fc.oneof({ arbitrary: anyText(), weight: 6 }, { arbitrary: longText(maxChars), weight: 1 });

/** A name that is not empty. */
const name = field(600).map((text) => (text === '' ? 'x' : text));

const finite = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, 5e-324, 1.7976931348623157e308, 0.1),
);

const instant: fc.Arbitrary<Alert['startedAt']> = fc.oneof(
  fc.date({ noInvalidDate: true }),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.constantFrom('2026-11-20T09:30:00Z', '2026-03-29T02:30:00.123456789+01:00', '2026-11-20 09:30:00-0330'),
);

const reading: fc.Arbitrary<number | MetricReading> = fc.oneof(
  finite,
  fc
    .record({
      value: finite,
      unit: maybe(fc.oneof(fc.constantFrom('%', 'ms', 'GB', 'MB/s', 'widgets', ''), anyText(6))),
      threshold: maybe(finite),
      previous: maybe(finite),
      polarity: maybe(fc.constantFrom('higher' as const, 'lower', 'neutral')),
    })
    .map((metric) => present<MetricReading>(metric)),
);

const kinds = ['link', 'acknowledge', 'resolve', 'silence', 'select', 'date', 'input', 'custom'] as const;

export const anyAction: fc.Arbitrary<Action> = fc
  .record({
    id: fc.oneof(fc.constantFrom('ack', 'ack#2', 'inc-1'), name),
    label: field(400),
    kind: fc.constantFrom(...kinds),
    url: maybe(anyUrl),
    value: maybe(fc.oneof(anyText(), longText(2500), fc.constantFrom('', '2026-02-30', '2026-11-20', 'inc-1'))),
    options: maybe(
      fc.oneof(
        fc.array(fc.record({ label: anyText(50), value: anyText(30) }), { maxLength: 6 }),
        fc
          .nat(130)
          .map((count) =>
            Array.from({ length: count }, (_, index) => ({ label: `&${index}`.repeat(20), value: `${index}` })),
          ),
      ),
    ),
    style: maybe(fc.constantFrom('primary' as const, 'danger')),
    confirm: maybe(
      fc
        .record({ title: field(400), text: field(400), confirmLabel: maybe(anyText()), cancelLabel: maybe(anyText()) })
        .map((confirm) => present<NonNullable<Action['confirm']>>(confirm)),
    ),
  })
  .map((action) => present<Action>(action));

const tally = fc.oneof(fc.nat(3), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));

/** Many more of something than any message takes. */
const crowds: fc.Arbitrary<Partial<Alert>> = fc
  .record({
    labels: fc.constantFrom(0, 0, 60, 600),
    actions: fc.constantFrom(0, 0, 60, 500),
    images: fc.constantFrom(0, 0, 60),
    tenants: fc.constantFrom(0, 0, 25, 900),
    links: fc.constantFrom(0, 0, 40),
    text: anyText(8),
    kind: fc.constantFrom(...kinds),
    confirmChars: fc.constantFrom(0, 400),
  })
  .map(({ labels, actions, images, tenants, links, text, kind, confirmChars }) => ({
    ...(labels > 0 && {
      labels: Object.fromEntries(Array.from({ length: labels }, (_, i) => [`${text}${i}`, `${i}${text}`])),
    }),
    ...(actions > 0 && {
      actions: Array.from({ length: actions }, (_, i) => ({
        id: `${i}`,
        label: `${text}${i}`,
        kind,
        url: 'https://x.example/',
        ...(kind === 'select' && { options: [{ label: text, value: 'v' }] }),
        ...(confirmChars > 0 && { confirm: { title: text, text: '&'.repeat(confirmChars) } }),
      })),
    }),
    ...(images > 0 && {
      images: Array.from({ length: images }, (_, i) => ({ url: `https://x.example/${i}.png`, alt: text })),
    }),
    ...(tenants > 0 && { affectedTenants: Array.from({ length: tenants }, (_, i) => `${text}${i}`) }),
    ...(links > 0 && {
      links: Array.from({ length: links }, (_, i) => ({ url: `https://x.example/?a=${i}&b=&c=`, label: text })),
    }),
  }));

/** Any alert with a plain description. */
export const anyAlert: fc.Arbitrary<Alert> = fc
  .tuple(
    fc.record({
      severity: fc.constantFrom('critical' as const, 'error', 'warning', 'info'),
      status: maybe(fc.constantFrom('firing' as const, 'acknowledged', 'resolved')),
      title: field(),
      description: maybe(field(40_000)),
      source: name,
      component: maybe(field()),
      environment: maybe(field()),
      startedAt: instant,
      endedAt: maybe(instant),
      metrics: maybe(fc.dictionary(field(600), reading, { maxKeys: 6 })),
      labels: maybe(fc.dictionary(field(600), field(), { maxKeys: 8 })),
      affectedTenants: maybe(fc.array(field(600), { maxLength: 5 })),
      actionRequired: maybe(fc.oneof(fc.boolean(), field())),
      actions: maybe(fc.array(anyAction, { maxLength: 10 })),
      links: maybe(
        fc.array(
          fc
            .record({
              url: anyUrl,
              label: maybe(field()),
              kind: maybe(fc.constantFrom('runbook' as const, 'dashboard')),
            })
            .map((link) => present<NonNullable<Alert['links']>[number]>(link)),
          { maxLength: 4 },
        ),
      ),
      images: maybe(fc.array(fc.record({ url: anyUrl, alt: field() }), { maxLength: 3 })),
      fingerprint: maybe(name),
      occurrences: maybe(tally),
      omittedAlerts: maybe(tally),
    }),
    fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: crowds, weight: 1 }),
  )
  .map(([alert, crowd]) => ({ ...present<Alert>(alert), ...crowd }));
