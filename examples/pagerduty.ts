/** An alert from its trigger to its end, and the rollout that was its cause, as PagerDuty events: `npm run example pagerduty`. */
import { createFormatters, type PagerDutyPayload } from 'channel-formatters';
import { fromCloudWatch } from 'channel-formatters/sources/cloudwatch';

const { pagerduty } = createFormatters({
  tenantId: 'maison_carthage',
  locale: 'fr-FR',
  timeZone: 'Africa/Tunis',
  brand: { name: 'Maison Carthage' },
  channels: {
    pagerduty: { clientUrl: 'https://alerts.example.com/', labels: { class: 'metric', component: 'QueueName' } },
  },
});

// In a service: event({ data }) of @pagerduty/pdjs, and change({ data }) for the last one.
function send(payload: PagerDutyPayload): void {
  const data = { routing_key: 'e0000000000000000000000000000001', ...payload };
  console.log(JSON.stringify(data, null, 2));
}

const alarm = {
  AlarmName: 'royautés : la file d’attente déborde',
  AlarmArn: 'arn:aws:cloudwatch:eu-west-3:111122223333:alarm:ledger-queue',
  NewStateValue: 'ALARM',
  NewStateReason: 'Threshold Crossed: 1 datapoint [912.0 (20/11/26 09:22:00)] was greater than the threshold (600.0).',
  StateChangeTime: '2026-11-20T09:23:12.123+0000',
  Trigger: {
    MetricName: 'ApproximateAgeOfOldestMessage',
    Namespace: 'AWS/SQS',
    Unit: 'Seconds',
    Dimensions: [{ name: 'QueueName', value: 'ledger' }],
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 600,
  },
};

const [firing] = fromCloudWatch(alarm);
const [over] = fromCloudWatch({ ...alarm, NewStateValue: 'OK', StateChangeTime: '2026-11-20T10:05:00.000+0000' });
if (firing === undefined || over === undefined) throw new Error('one alarm is one alert');

send(pagerduty.format(firing).payload);
send(pagerduty.format({ ...firing, status: 'acknowledged' }).payload);
send(pagerduty.format(over).payload);

const rollout = {
  severity: 'info',
  title: 'ledger-writer 7.2 déployé',
  source: 'deploy',
  startedAt: '2026-11-20T09:20:00Z',
  links: [{ url: 'https://deploy.example.com/ledger-writer/7.2', label: 'Déploiement' }],
} as const;
send(pagerduty.format(rollout, { event: 'change' }).payload);
