import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PagerDutyOptions } from '../../src/formatters/pagerduty.js';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { LimitExceededError } from '../../src/kernel/errors.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { walkValues } from '../contract/values.js';
import { pagerDutyProblems } from '../support/pagerduty-rules.js';
import { tries } from '../support/runs.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument } from './arbitraries/document.js';

const routingKey = 'e0000000000000000000000000000001';
const maxEventBytes = 32_768;

const create = (config: Partial<TenantConfig> = {}) => createFormatters({ tenantId: 'label_42', ...config }).pagerduty;

const tenants = [
  { formatter: create(), maxBytes: 512_000 },
  {
    formatter: create({
      locale: 'ar',
      brand: { name: '漢'.repeat(2000) },
      channels: {
        pagerduty: {
          routingKey,
          client: '"'.repeat(1024),
          clientUrl: `https://x.example/${'a'.repeat(2000)}`,
          maxEventBytes,
          labels: { class: 'region', group: 'pod' },
          severities: { critical: 'error' },
        },
      },
    }),
    maxBytes: maxEventBytes,
  },
];

const tenant = fc.constantFrom(...tenants);
const events = [undefined, 'trigger', 'acknowledge', 'resolve', 'change'] as const;
const options = fc
  .record({
    event: fc.constantFrom(...events),
    overflow: fc.constantFrom('split' as const, 'truncate', 'error'),
    correlationId: fc.constantFrom(undefined, 'c'.repeat(500)),
    now: fc.constantFrom(undefined, 1_795_167_000_000),
  })
  .map(
    (members) =>
      Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as PagerDutyOptions,
  );

describe('an event of PagerDuty', { timeout: 120_000 }, () => {
  it.each([
    ['alerts', anyAlert, 250],
    ['documents', anyDocument, 150],
  ] as const)('is one that the API takes, for %s of all kinds', (_what, input, numRuns) => {
    fc.assert(
      fc.property(input, tenant, options, (value, { formatter, maxBytes }, chosen) => {
        const result = formatter.tryFormat(value, chosen);
        if (!result.ok) {
          expect(chosen.overflow).toBe('error');
          expect(result.error).toBeInstanceOf(LimitExceededError);
          return;
        }
        const { payload, followUps } = result.value;
        expect(pagerDutyProblems(payload, maxBytes)).toEqual([]);
        // `toStrictEqual` asks objects for their `constructor`, which may be a name in data.
        expect(isDeepStrictEqual(JSON.parse(JSON.stringify(payload)), payload)).toBe(true);
        expect(followUps).toEqual([]);
      }),
      tries(numRuns),
    );
  });

  it('has one key in all states of an alert', () => {
    fc.assert(
      fc.property(anyAlert, tenant, (alert, { formatter }) => {
        const keys = (['trigger', 'acknowledge', 'resolve'] as const).map(
          (event) => formatter.format(alert, { event }).payload.dedup_key,
        );
        expect(new Set(keys).size).toBe(1);
      }),
      tries(100),
    );
  });

  it('has another key for another fingerprint, however alike and long', () => {
    const { formatter } = tenants[0]!;
    const long = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' '), minLength: 190, maxLength: 600 });
    const keyOf = (fingerprint: string) =>
      formatter.format({ severity: 'info', title: 't', source: 's', startedAt: 0, fingerprint }, { event: 'resolve' })
        .payload.dedup_key;
    fc.assert(
      fc.property(long, long, (one, other) => {
        expect(keyOf(one) === keyOf(other)).toBe(one === other);
        expect(keyOf(`${one}x`)).not.toBe(keyOf(`${one}y`));
      }),
      tries(200),
    );
  });

  it('keeps the key of the service out of everything but its place', () => {
    const { formatter } = tenants[1]!;
    fc.assert(
      fc.property(anyAlert, options, (alert, chosen) => {
        const result = formatter.tryFormat(alert, chosen);
        if (!result.ok) {
          expect(String(result.error)).not.toContain(routingKey);
          return;
        }
        const { payload, diagnostics } = result.value;
        const places = [...walkValues({ payload, diagnostics })].filter(({ value }) =>
          String(value).includes(routingKey),
        );
        expect(places.map(({ path }) => path)).toEqual(['.payload.routing_key']);
      }),
      tries(100),
    );
  });
});

/** Every leaf below a value, by its path. */
const leavesOf = (value: unknown): Map<string, unknown> =>
  new Map(
    [...walkValues(value)].flatMap(({ path, value: leaf }) =>
      typeof leaf === 'object' && leaf !== null ? [] : [[path, leaf]],
    ),
  );

describe('what leaves an event that is too large', { timeout: 120_000 }, () => {
  const labels = fc.dictionary(
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }),
    fc.integer({ min: 0, max: 20_000 }).map((length) => 'é'.repeat(length)),
    { minKeys: 4, maxKeys: 14 },
  );
  const alertOf = (given: Record<string, string>) =>
    ({ severity: 'error', title: 't', source: 's', startedAt: 0, labels: given }) as const;

  it('is the largest first, and all of it is named', () => {
    const small = tenants[1]!.formatter;
    const large = tenants[0]!.formatter;
    fc.assert(
      fc.property(labels, (given) => {
        const whole = large.format(alertOf(given), { event: 'trigger' }).payload;
        const { payload, diagnostics } = small.format(alertOf(given), { event: 'trigger', locale: 'en' });
        const before = Object.entries((whole.payload.custom_details?.['labels'] ?? {}) as Record<string, string>);
        const after = (payload.payload.custom_details?.['labels'] ?? {}) as Record<string, string>;
        const gone = before.filter(([name]) => !Object.hasOwn(after, name));
        const stayed = before.filter(([name]) => Object.hasOwn(after, name));
        const size = ([name, value]: [string, string]): number => Buffer.byteLength(JSON.stringify([name, value]));
        const smallestGone = Math.min(...gone.map(size));
        for (const entry of stayed) expect(size(entry)).toBeLessThanOrEqual(smallestGone);
        const dropped = diagnostics.filter(
          ({ code, message }: Diagnostic) => code === 'dropped' && /larger than/.test(message),
        );
        expect(dropped.map(({ path }) => path).sort()).toEqual(gone.map(([name]) => `labels.${name}`).sort());
        const omitted = payload.payload.custom_details?.['omitted'] as { bytes: object } | undefined;
        expect(Object.keys(omitted?.bytes ?? {}).sort()).toEqual(gone.map(([name]) => `labels.${name}`).sort());
      }),
      tries(150),
    );
  });

  it('is nothing that fits a larger budget', () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: 32_768, max: 200_000 }), (given, max) => {
        const at = (maxBytes: number) =>
          leavesOf(
            create({ channels: { pagerduty: { maxEventBytes: maxBytes } } }).format(alertOf(given), {
              event: 'trigger',
            }).payload.payload.custom_details?.['labels'] ?? {},
          );
        const more = at(max + 10_000);
        for (const [path, value] of at(max)) expect(more.get(path)).toBe(value);
      }),
      tries(60),
    );
  });
});
