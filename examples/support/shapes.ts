/** Which system a JSON value comes from. */
import type { ChannelInput, Diagnostic } from 'channel-formatters';
import { fromAlertmanager } from 'channel-formatters/sources/alertmanager';
import { fromCloudWatch } from 'channel-formatters/sources/cloudwatch';
import { fromDatadog } from 'channel-formatters/sources/datadog';
import { fromGrafana } from 'channel-formatters/sources/grafana';
import { fromPagerDuty } from 'channel-formatters/sources/pagerduty';

type Members = Readonly<Record<string, unknown>>;

type Shape = {
  readonly isOne: (value: Members) => boolean;
  readonly read: (value: unknown, diagnostics: Diagnostic[]) => ChannelInput[];
};

const has =
  (...names: readonly string[]) =>
  (value: Members): boolean =>
    names.some((name) => name in value);

/** The first that fits is taken: Grafana's webhooks are Alertmanager's with more in them. */
const shapes: readonly Shape[] = [
  { isOne: (value) => 'alerts' in value && has('orgId', 'state')(value), read: fromGrafana },
  { isOne: has('alerts'), read: fromAlertmanager },
  { isOne: has('Records', 'AlarmName', 'detail-type', 'TopicArn'), read: fromCloudWatch },
  { isOne: has('overall_state', 'alert_transition', 'event_type', 'alert_type', 'aggreg_key'), read: fromDatadog },
  { isOne: has('event'), read: fromPagerDuty },
];

/** How a value is read, or `undefined` for one that is no system's. */
export const shapeOf = (value: Members): Shape | undefined => shapes.find(({ isOne }) => isOne(value));
