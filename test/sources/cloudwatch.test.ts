import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromCloudWatch } from '../../src/sources/cloudwatch.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { realInput } from '../support/real-inputs.js';

const arn = 'arn:aws:cloudwatch:eu-west-3:111122223333:alarm:ingest queue age';

const alarm = {
  AlarmName: 'ingest queue age',
  AlarmDescription: 'Imports wait.',
  AWSAccountId: '111122223333',
  NewStateValue: 'ALARM',
  NewStateReason:
    'Threshold Crossed: 2 out of the last 2 datapoints [912.5 (20/11/26 09:30:00), 640.0 (20/11/26 09:29:00)] were greater than the threshold (600.0).',
  StateChangeTime: '2026-11-20T09:31:12.123+0000',
  Region: 'EU (Paris)',
  AlarmArn: arn,
  OldStateValue: 'OK',
  Trigger: {
    MetricName: 'ApproximateAgeOfOldestMessage',
    Namespace: 'AWS/SQS',
    StatisticType: 'Statistic',
    Statistic: 'MAXIMUM',
    Unit: 'Seconds',
    Dimensions: [{ value: 'ingest', name: 'QueueName' }],
    Period: 60,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 600,
  },
};

const changedAt = Date.UTC(2026, 10, 20, 9, 31, 12, 123);

const expected = {
  severity: 'error',
  status: 'firing',
  title: 'ingest queue age',
  description: `Imports wait.\n\n${alarm.NewStateReason}`,
  source: 'AWS/SQS',
  startedAt: changedAt,
  metrics: { ApproximateAgeOfOldestMessage: { value: 912.5, unit: 's', threshold: 600, polarity: 'lower' } },
  labels: {
    account: '111122223333',
    region: 'EU (Paris)',
    metric: 'ApproximateAgeOfOldestMessage',
    statistic: 'MAXIMUM',
    QueueName: 'ingest',
  },
  links: [
    {
      url: 'https://eu-west-3.console.aws.amazon.com/cloudwatch/home?region=eu-west-3#alarmsV2:alarm/ingest%20queue%20age',
      label: 'CloudWatch',
    },
  ],
  fingerprint: arn,
};

const notification = (message: unknown) => ({
  Type: 'Notification',
  MessageId: '1',
  TopicArn: 'arn:aws:sns:eu-west-3:111122223333:alarms',
  Subject: 'ALARM',
  Message: typeof message === 'string' ? message : JSON.stringify(message),
  Timestamp: '2026-11-20T09:31:12.200Z',
});

const read = (given: object = {}) => {
  const diagnostics: Diagnostic[] = [];
  const [alert] = fromCloudWatch({ ...alarm, ...given }, diagnostics);
  return { alert, diagnostics };
};

describe('an alarm of CloudWatch', () => {
  it.each([
    ['bare', alarm],
    ['in a notification of SNS', notification(alarm)],
    ['in a Lambda event of SNS', { Records: [{ EventSource: 'aws:sns', Sns: notification(alarm) }] }],
    ['in a Lambda event of SQS', { Records: [{ eventSource: 'aws:sqs', body: JSON.stringify(notification(alarm)) }] }],
    [
      'in a Lambda event of SQS with raw delivery',
      { Records: [{ eventSource: 'aws:sqs', body: JSON.stringify(alarm) }] },
    ],
  ])('is the same %s', (_how, input) => {
    const diagnostics: Diagnostic[] = [];
    expect(fromCloudWatch(deepFreeze(structuredClone(input)), diagnostics)).toEqual([expected]);
    expect(diagnostics).toEqual([]);
  });

  it('is one of several', () => {
    const other = { ...alarm, AlarmName: 'other' };
    const records = { Records: [{ Sns: notification(alarm) }, { Sns: notification(other) }] };
    expect(fromCloudWatch(records).map(({ title }) => title)).toEqual(['ingest queue age', 'other']);
    expect(fromCloudWatch({ Records: [] })).toEqual([]);
  });

  it.each([
    ['ALARM', 'error', 'firing'],
    ['INSUFFICIENT_DATA', 'warning', 'firing'],
    ['OK', 'error', 'resolved'],
  ])('in state %s is %s and %s, under one fingerprint', (NewStateValue, severity, status) => {
    expect(read({ NewStateValue }).alert).toMatchObject({ severity, status, fingerprint: arn });
  });

  it('says that nobody told when it went off', () => {
    const { alert, diagnostics } = read({ NewStateValue: 'OK' });
    expect(alert).toMatchObject({ startedAt: changedAt, endedAt: changedAt });
    expect(diagnostics).toMatchObject([{ code: 'fallback', severity: 'info', path: 'StateChangeTime' }]);
  });

  it.each([
    ['GreaterThanOrEqualToThreshold', 'lower'],
    ['LessThanThreshold', 'higher'],
    ['LessThanLowerOrGreaterThanUpperThreshold', undefined],
    ['GreaterThanUpperThreshold', undefined],
    [undefined, undefined],
  ])('compared by %s welcomes %s', (ComparisonOperator, polarity) => {
    const reading = read({ Trigger: { ...alarm.Trigger, ComparisonOperator } }).alert?.metrics?.[
      'ApproximateAgeOfOldestMessage'
    ];
    if (ComparisonOperator === 'LessThanLowerOrGreaterThanUpperThreshold')
      return expect(reading).not.toHaveProperty('polarity');
    expect((reading as { polarity?: string }).polarity).toBe(polarity);
  });

  it.each([
    ['Bytes', 'B'],
    ['Percent', '%'],
    ['Milliseconds', 'ms'],
    ['Megabytes/Second', 'MB/s'],
    ['Terabits', 'Terabits'],
    ['Count', undefined],
    ['None', undefined],
    [null, undefined],
  ])('in the unit %s is read in %s', (Unit, unit) => {
    const reading = read({ Trigger: { ...alarm.Trigger, Unit } }).alert?.metrics?.['ApproximateAgeOfOldestMessage'];
    expect((reading as { unit?: string }).unit).toBe(unit);
  });

  it.each([
    ['[1.2E-4 (20/11/26 09:30:00)]', 0.00012],
    ['[-3 (20/11/26 09:30:00)]', -3],
    ['no datapoints were received', undefined],
    [`[${'9'.repeat(5000)} (`, undefined],
    [null, undefined],
  ])('reads the latest value in %s', (NewStateReason, value) => {
    const reading = read({ NewStateReason }).alert?.metrics?.['ApproximateAgeOfOldestMessage'];
    expect((reading as { value?: number } | undefined)?.value).toBe(value);
  });

  it('of several metrics has the name of what is compared', () => {
    const Trigger = {
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 5,
      Metrics: [
        { Id: 'e1', Expression: 'm1/m2*100', Label: 'Error rate', ReturnData: true },
        {
          Id: 'm1',
          MetricStat: {
            Metric: { Dimensions: [{ Name: 'Api', Value: 'play' }], MetricName: '5XX', Namespace: 'AWS/ApiGateway' },
            Stat: 'Sum',
          },
          ReturnData: false,
        },
      ],
    };
    expect(read({ Trigger }).alert).toMatchObject({
      source: 'AWS/ApiGateway',
      metrics: { 'Error rate': { value: 912.5, threshold: 5, polarity: 'lower' } },
      labels: { metric: 'Error rate', statistic: 'Sum', Api: 'play' },
    });
  });

  it('of alarms names its rule and what set it off', () => {
    const given = {
      Trigger: undefined,
      AlarmRule: 'ALARM(a) OR ALARM(b)',
      TriggeringChildren: [{ Arn: 'arn:a' }, {}, { Arn: 'arn:b' }],
    };
    const { alert } = read(given);
    expect(alert).toMatchObject({
      source: 'CloudWatch',
      labels: { rule: 'ALARM(a) OR ALARM(b)', triggeringChildren: 'arn:a, arn:b' },
    });
    expect(alert).not.toHaveProperty('metrics');
  });

  it.each([
    'arn:aws-cn:cloudwatch:cn-north-1:111122223333:alarm:a',
    'arn:aws:cloudwatch:evil.example/?:111122223333:alarm:a',
    'arn:aws:cloudwatch:REGION:ACCOUNT:alarm:a',
    '',
    null,
  ])('has no page where its identifier names no region that is known: %s', (AlarmArn) => {
    expect(read({ AlarmArn }).alert).not.toHaveProperty('links');
  });

  it('is known by account, region and name without an identifier', () => {
    expect(read({ AlarmArn: undefined }).alert?.fingerprint).toBe(
      'cloudwatch/111122223333/EU (Paris)/ingest queue age',
    );
  });

  it('needs a name, a state and a time only', () => {
    const bare = { AlarmName: 'a', NewStateValue: 'ALARM', StateChangeTime: '2026-11-20T09:31:12Z' };
    expect(fromCloudWatch(bare)).toEqual([
      {
        severity: 'error',
        status: 'firing',
        title: 'a',
        source: 'CloudWatch',
        startedAt: Date.UTC(2026, 10, 20, 9, 31, 12),
        fingerprint: 'cloudwatch///a',
      },
    ]);
  });
});

describe('a state change of EventBridge', () => {
  const event = {
    version: '0',
    id: 'c4c1c1c9',
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: '111122223333',
    time: '2026-11-20T10:05:00Z',
    region: 'eu-west-3',
    resources: [arn],
    detail: {
      alarmName: 'ingest queue age',
      state: {
        value: 'OK',
        reason: 'Threshold Crossed',
        reasonData: '{"recentDatapoints":[640.0,120.0],"threshold":600.0,"unit":"Seconds","statistic":"Maximum"}',
        timestamp: '2026-11-20T10:04:59.500+0000',
      },
      previousState: { value: 'ALARM', timestamp: '2026-11-20T09:31:12.123+0000' },
      configuration: {
        description: 'Imports wait.',
        metrics: [
          {
            id: 'm1',
            metricStat: {
              metric: { namespace: 'AWS/SQS', name: 'AgeOfOldestMessage', dimensions: { QueueName: 'ingest' } },
              period: 60,
              stat: 'Maximum',
            },
            returnData: true,
          },
        ],
      },
    },
  };

  it('says when the alarm began and ended', () => {
    const diagnostics: Diagnostic[] = [];
    expect(fromCloudWatch(deepFreeze(structuredClone(event)), diagnostics)).toEqual([
      {
        severity: 'error',
        status: 'resolved',
        title: 'ingest queue age',
        description: 'Imports wait.\n\nThreshold Crossed',
        source: 'AWS/SQS',
        startedAt: changedAt,
        endedAt: Date.UTC(2026, 10, 20, 10, 4, 59, 500),
        metrics: { AgeOfOldestMessage: { value: 120, unit: 's', threshold: 600 } },
        labels: {
          account: '111122223333',
          region: 'eu-west-3',
          metric: 'AgeOfOldestMessage',
          statistic: 'Maximum',
          QueueName: 'ingest',
        },
        links: expected.links,
        fingerprint: arn,
      },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it.each(['not JSON', '[]', '{"recentDatapoints":"x"}', null])(
    'may have reason data that say nothing: %s',
    (reasonData) => {
      const { detail } = event;
      const [alert] = fromCloudWatch({ ...event, detail: { ...detail, state: { ...detail.state, reasonData } } });
      expect(alert).toMatchObject({ title: 'ingest queue age' });
      expect(alert).not.toHaveProperty('metrics');
    },
  );
});

describe('what is no alarm', () => {
  const secret = 'hunter2-canary';

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['']],
    ['a text', secret, ['']],
    ['another message', notification(secret), ['Message']],
    ['a message of another kind', { ...notification(alarm), Type: 'SubscriptionConfirmation' }, ['Type']],
    ['a message that is no text', { Message: 5 }, ['Message']],
    ['a record of something else', { Records: [{ s3: secret }] }, ['Records.0']],
    ['a queue of something else', { Records: [{ body: secret }] }, ['Records.0.body']],
    [
      'an alarm with several mistakes',
      {
        Records: [{ Sns: notification({ NewStateValue: secret, StateChangeTime: '20/11/2026', AlarmDescription: 5 }) }],
      },
      ['AlarmDescription', 'AlarmName', 'NewStateValue', 'StateChangeTime'].map(
        (name) => `Records.0.Sns.Message.${name}`,
      ),
    ],
    [
      'an event of something else',
      { 'detail-type': 'EC2 Instance State-change', time: '2026-11-20T10:05:00Z', detail: {} },
      ['detail-type', 'detail.alarmName', 'detail.state'],
    ],
  ])('is refused: %s', (_what, input, paths) => {
    let thrown: unknown;
    try {
      fromCloudWatch(input);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'ERR_INPUT_INVALID', formatter: 'sources/cloudwatch' });
    expect((thrown as { issues: { path: string }[] }).issues.map(({ path }) => path).sort()).toEqual(paths.sort());
    expect(String(thrown)).not.toContain(secret);
  });
});

const recorded = realInput('cloudwatch-alarm-sns-single.json');

it.skipIf(recorded === undefined)('reads the example of the vendor, and every channel takes it', () => {
  const diagnostics: Diagnostic[] = [];
  const alerts = fromCloudWatch(recorded, diagnostics);
  expect(alerts).toMatchObject([
    {
      status: 'firing',
      title: 'EXAMPLE',
      source: 'AWS/EC2',
      startedAt: Date.UTC(2015, 5, 3, 17, 43, 27, 123),
      metrics: { NetworkOut: { value: 1234, unit: 'B', threshold: 0, polarity: 'lower' } },
      labels: { InstanceId: 'TestInstance' },
    },
  ]);
  expect(diagnostics).toEqual([]);
  const { slack, pagerduty } = createFormatters({ tenantId: 't' });
  expect([...slack.formatMany(alerts), ...pagerduty.formatMany(alerts)].map(({ ok }) => ok)).toEqual([true, true]);
});
