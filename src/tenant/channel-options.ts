/** The channels that a tenant can settle something about. Their schemas come with their formatters, not from here. */
import type { ChannelDefinition } from './channel.js';
import type { ElasticsearchTenantOptions } from './elasticsearch-options.js';
import type { EmailTenantOptions } from './email-options.js';
import type { GrafanaTenantOptions } from './grafana-options.js';
import type { InfluxDBTenantOptions } from './influxdb-options.js';
import type { KafkaTenantOptions } from './kafka-options.js';
import type { MqttTenantOptions } from './mqtt-options.js';
import type { PagerDutyTenantOptions } from './pagerduty-options.js';
import type { PrometheusTenantOptions } from './prometheus-options.js';
import type { SlackTenantOptions } from './slack-options.js';
import type { SmsTenantOptions } from './sms-options.js';
import type { SseTenantOptions } from './sse-options.js';
import type { TeamsTenantOptions } from './teams-options.js';
import type { WebSocketTenantOptions } from './websocket-options.js';

/** What can be settled, by channel. */
export type ChannelOptions = {
  elasticsearch: ElasticsearchTenantOptions;
  email: EmailTenantOptions;
  grafana: GrafanaTenantOptions;
  kafka: KafkaTenantOptions;
  mqtt: MqttTenantOptions;
  influxdb: InfluxDBTenantOptions;
  pagerduty: PagerDutyTenantOptions;
  prometheus: PrometheusTenantOptions;
  slack: SlackTenantOptions;
  teams: TeamsTenantOptions;
  sse: SseTenantOptions;
  sms: SmsTenantOptions;
  websocket: WebSocketTenantOptions;
};

/** The ids of these channels. A missing one does not compile. */
export const channelIds: readonly string[] = /* @__PURE__ */ Object.keys({
  elasticsearch: true,
  email: true,
  grafana: true,
  kafka: true,
  mqtt: true,
  influxdb: true,
  pagerduty: true,
  prometheus: true,
  slack: true,
  teams: true,
  sse: true,
  sms: true,
  websocket: true,
} satisfies Record<keyof ChannelOptions, true>);

/** The definition of any of these channels. */
export type AnyChannelDefinition = {
  [Id in keyof ChannelOptions]: ChannelDefinition<Id, ChannelOptions[Id]>;
}[keyof ChannelOptions];

/** What a tenant may have settled about the channel of a definition. */
export type OptionsOf<Definition extends AnyChannelDefinition> = Readonly<Partial<ChannelOptions[Definition['id']]>>;
