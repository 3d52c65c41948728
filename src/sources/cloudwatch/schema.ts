/** What CloudWatch sends: alarms as SNS carries them, and state changes as EventBridge does. */
import { toEpochMs } from '../../kernel/instant.js';
import * as z from '../../kernel/zod.js';
import { nullish } from '../shared/nullish.js';

const text = nullish(z.string());

export const states = ['ALARM', 'OK', 'INSUFFICIENT_DATA'] as const;

export type AlarmState = (typeof states)[number];

/** `2015-06-03T17:43:27.123+0000`: the offset has no colon. */
const time = z.custom<string>(
  (value) => typeof value === 'string' && toEpochMs(value) !== undefined,
  'an ISO 8601 time with offset or Z',
);

/** In alarms of one metric the members begin with a small letter, in those of several with a capital one. */
const dimension = z.object({ name: text, value: text, Name: text, Value: text });

/**
 * The text of an SNS message for an alarm.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export const alarm = z.object({
  AlarmName: z.string(),
  AlarmDescription: text,
  AWSAccountId: text,
  NewStateValue: z.enum(states),
  NewStateReason: text,
  StateChangeTime: time,
  Region: text,
  AlarmArn: text,
  AlarmRule: text,
  TriggeringChildren: nullish(z.array(z.object({ Arn: text }))),
  Trigger: nullish(
    z.object({
      MetricName: text,
      Namespace: text,
      Statistic: text,
      ExtendedStatistic: text,
      Unit: text,
      Dimensions: nullish(z.array(dimension)),
      ComparisonOperator: text,
      Threshold: nullish(z.number()),
      Metrics: nullish(
        z.array(
          z.object({
            Expression: text,
            Label: text,
            ReturnData: nullish(z.boolean()),
            MetricStat: nullish(
              z.object({
                Metric: nullish(
                  z.object({ MetricName: text, Namespace: text, Dimensions: nullish(z.array(dimension)) }),
                ),
                Stat: text,
                Unit: text,
              }),
            ),
          }),
        ),
      ),
    }),
  ),
});

export type Alarm = z.output<typeof alarm>;

/**
 * An event of EventBridge. Its metrics have no threshold; that stands in the reason data.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const stateChange = z.object({
  'detail-type': z.enum(['CloudWatch Alarm State Change']),
  account: text,
  region: text,
  time,
  resources: nullish(z.array(z.string())),
  detail: z.object({
    alarmName: z.string(),
    state: z.object({ value: z.enum(states), reason: text, reasonData: text, timestamp: nullish(time) }),
    previousState: nullish(z.object({ value: text, timestamp: nullish(time) })),
    configuration: nullish(
      z.object({
        description: text,
        alarmRule: text,
        metrics: nullish(
          z.array(
            z.object({
              expression: text,
              label: text,
              returnData: nullish(z.boolean()),
              metricStat: nullish(
                z.object({
                  metric: nullish(
                    z.object({
                      namespace: text,
                      name: text,
                      dimensions: nullish(z.record(z.string(), z.string())),
                    }),
                  ),
                  stat: text,
                  unit: text,
                }),
              ),
            }),
          ),
        ),
      }),
    ),
  }),
});

export type StateChange = z.output<typeof stateChange>;

/** What of `reasonData` is read, a JSON text itself. */
export const reasonData = z.object({
  recentDatapoints: nullish(z.array(z.number())),
  threshold: nullish(z.number()),
  unit: text,
  statistic: text,
});

export type ReasonData = z.output<typeof reasonData>;
