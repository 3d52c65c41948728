import { describe, expect, it } from 'vitest';
import { isFormatError } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromOtelLogs } from '../../src/sources/otel-logs.js';

const text = (stringValue: string) => ({ stringValue });

const exported = (logRecords: readonly object[], resource: readonly object[] = []) => ({
  resourceLogs: [
    { resource: { attributes: resource }, scopeLogs: [{ scope: { name: 'checkout.payments' }, logRecords }] },
  ],
});

const record = {
  timeUnixNano: '1795168800123456789',
  severityNumber: 17,
  body: text('Payment failed\n  at charge (pay.ts:3)'),
  attributes: [
    { key: 'exception.type', value: text('CardDeclined') },
    { key: 'attempt', value: { intValue: '3' } },
    { key: 'tags', value: { arrayValue: { values: [text('a'), { boolValue: true }] } } },
    { key: 'nothing', value: {} },
  ],
  traceId: '5b8efff798038103d269b633813fc60c',
};

describe('a log record', () => {
  it('becomes an alert', () => {
    const resource = [
      { key: 'service.name', value: text('checkout') },
      { key: 'deployment.environment.name', value: text('production') },
    ];
    expect(fromOtelLogs(exported([record], resource))).toEqual([
      {
        severity: 'error',
        title: 'Payment failed',
        description: 'Payment failed\n  at charge (pay.ts:3)',
        source: 'checkout',
        component: 'checkout.payments',
        environment: 'production',
        startedAt: 1_795_168_800_123,
        labels: {
          'exception.type': 'CardDeclined',
          attempt: '3',
          tags: '["a",true]',
          trace_id: '5b8efff798038103d269b633813fc60c',
        },
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  it('that comes again has the same identity, whatever its trace', () => {
    const again = {
      ...record,
      timeUnixNano: '1795168900000000000',
      traceId: 'f'.repeat(32),
      body: text('Payment failed again'),
    };
    const other = { ...record, attributes: [{ key: 'exception.type', value: text('Timeout') }] };
    const [first, second, third] = fromOtelLogs(exported([record, again, other]));
    expect(second?.fingerprint).toBe(first?.fingerprint);
    expect(third?.fingerprint).not.toBe(first?.fingerprint);
  });

  it.each<[what: string, change: object, severity: string]>([
    ['fatal', { severityNumber: 24 }, 'critical'],
    ['warn', { severityNumber: 13 }, 'warning'],
    ['debug', { severityNumber: 5 }, 'info'],
    ['a word only', { severityNumber: 0, severityText: 'FATAL' }, 'critical'],
    ['an unknown word', { severityNumber: undefined, severityText: 'Odd' }, 'error'],
    ['nothing', { severityNumber: undefined }, 'info'],
  ])('of severity %s', (_what, change, severity) => {
    expect(fromOtelLogs(exported([{ ...record, ...change }]))[0]?.severity).toBe(severity);
  });

  it.each<[what: string, change: object, title: string]>([
    ['its first line', {}, 'Payment failed'],
    ['its exception', { body: undefined }, 'CardDeclined'],
    ['its event', { body: undefined, attributes: [], eventName: 'payment.failed' }, 'payment.failed'],
    [
      'its structure',
      { body: { kvlistValue: { values: [{ key: 'plays', value: { doubleValue: 1.5 } }] } } },
      '{"plays":1.5}',
    ],
    ['its origin, where it says nothing', { body: text(' \n '), attributes: undefined }, 'OpenTelemetry'],
  ])('is called by %s', (_what, change, title) => {
    expect(fromOtelLogs(exported([{ ...record, ...change }]))[0]?.title).toBe(title);
  });

  it('is as old as it was observed, where it says no more', () => {
    const observed = { ...record, timeUnixNano: '0', observedTimeUnixNano: 1_795_168_800_000_000_000 };
    expect(fromOtelLogs(exported([observed]))[0]?.startedAt).toBe(1_795_168_800_000);
  });

  it('that is less severe than wanted is left out and counted', () => {
    const diagnostics: Diagnostic[] = [];
    const records = [record, { ...record, severityNumber: 9 }, { ...record, severityNumber: 13 }];
    expect(fromOtelLogs(exported(records), diagnostics, { minSeverity: 'warning' })).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'dropped', limit: 2, actual: 3, unit: 'item' }]);
  });

  it.each<[what: string, input: unknown, path: string]>([
    ['nothing', undefined, ''],
    ['metrics', { resourceMetrics: [] }, 'resourceLogs'],
    [
      'a record without a time',
      exported([{ body: text('x') }]),
      'resourceLogs.0.scopeLogs.0.logRecords.0.timeUnixNano',
    ],
    [
      'a record with a time that is none',
      exported([{ timeUnixNano: 'now' }]),
      'resourceLogs.0.scopeLogs.0.logRecords.0.timeUnixNano',
    ],
    [
      'a severity that is none',
      exported([{ ...record, severityNumber: 'x' }]),
      'resourceLogs.0.scopeLogs.0.logRecords.0.severityNumber',
    ],
  ])('is not read from %s', (_what, input, path) => {
    try {
      fromOtelLogs(input);
      expect.unreachable();
    } catch (error) {
      if (!isFormatError(error, 'ERR_INPUT_INVALID')) throw error;
      expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    }
  });
});
