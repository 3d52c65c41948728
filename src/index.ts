/** Everything, for servers: all formatters, all languages, the fast validator and the Markdown parser. */
import { chartPng } from './chart/png.js';
import { createFormatters as createBareFormatters, type Formatters } from './factory.js';
import { elasticsearch } from './formatters/elasticsearch.js';
import { email } from './formatters/email.js';
import { grafana } from './formatters/grafana.js';
import { influxdb } from './formatters/influxdb.js';
import { kafka } from './formatters/kafka.js';
import { mlModelPerformance } from './formatters/ml-model-performance.js';
import { mqtt } from './formatters/mqtt.js';
import { pagerduty } from './formatters/pagerduty.js';
import { playlistAnalytics } from './formatters/playlist-analytics.js';
import { prometheus } from './formatters/prometheus.js';
import { revenueReport } from './formatters/revenue-report.js';
import { slack } from './formatters/slack.js';
import { sms } from './formatters/sms.js';
import { spotifyArtist } from './formatters/spotify-artist.js';
import { sse } from './formatters/sse.js';
import { teams } from './formatters/teams.js';
import { userEngagement } from './formatters/user-engagement.js';
import { websocket } from './formatters/websocket.js';
import { allCatalogs } from './generated/all-locales.js';
import { parseMessage } from './i18n/parse-message.js';
import type { Schema } from './kernel/schema.js';
import { compileSchema } from './kernel/zod-compile.js';
import { parseMarkdown } from './sanitize/markdown.js';
import type { TenantConfig } from './tenant/config.js';
import { isTenantContext, type TenantContext } from './tenant/context.js';

export type { Action, Block, Document, Inline, Severity, Status } from './document/nodes.js';
export type { Alert, AlertLink, Description, MetricReading } from './domains/alert/schema.js';
export type { Formatters } from './factory.js';
export type { ChannelInput } from './formatters/channel-input.js';
export {
  type ElasticsearchIndexTemplate,
  ElasticsearchMetricsFormatter,
  type ElasticsearchOptions,
  type ElasticsearchPayload,
} from './formatters/elasticsearch.js';
export {
  type EmailAddress,
  EmailAlertFormatter,
  type EmailAttachment,
  type EmailOptions,
  type EmailPayload,
} from './formatters/email.js';
export {
  type GrafanaAlertRule,
  type GrafanaAlertSpec,
  type GrafanaDashboard,
  type GrafanaInput,
  GrafanaMetricsFormatter,
  type GrafanaOptions,
  type GrafanaPanelSpec,
  type GrafanaPayload,
} from './formatters/grafana.js';
export { InfluxDBMetricsFormatter, type InfluxDBOptions, type InfluxDBPayload } from './formatters/influxdb.js';
export { KafkaEventFormatter, type KafkaOptions } from './formatters/kafka.js';
export {
  MLModelPerformanceFormatter,
  type MLModelPerformanceInput,
} from './formatters/ml-model-performance.js';
export { MQTTMessageFormatter, type MQTTOptions } from './formatters/mqtt.js';
export {
  PagerDutyAlertFormatter,
  type PagerDutyChangePayload,
  type PagerDutyOptions,
  type PagerDutyPayload,
  type PagerDutyTriggerPayload,
  type PagerDutyUpdatePayload,
} from './formatters/pagerduty.js';
export { PlaylistAnalyticsFormatter, type PlaylistAnalyticsInput } from './formatters/playlist-analytics.js';
export { PrometheusMetricsFormatter, type PrometheusOptions, type PrometheusPayload } from './formatters/prometheus.js';
export { RevenueReportFormatter, type RevenueReportInput } from './formatters/revenue-report.js';
export { SlackAlertFormatter, type SlackOptions, type SlackPayload } from './formatters/slack.js';
export { type AddressedSmsPayload, SMSAlertFormatter, type SmsOptions, type SmsPayload } from './formatters/sms.js';
export { SpotifyArtistFormatter, type SpotifyArtistInput } from './formatters/spotify-artist.js';
export { SSEFormatter, type SSEOptions } from './formatters/sse.js';
export {
  TeamsAlertFormatter,
  type TeamsBotActivity,
  type TeamsCard,
  type TeamsOptions,
  type TeamsPayload,
  type TeamsWorkflowMessage,
} from './formatters/teams.js';
export { UserEngagementFormatter, type UserEngagementInput } from './formatters/user-engagement.js';
export { type WebSocketMessage, WebSocketMessageFormatter, type WebSocketOptions } from './formatters/websocket.js';
export type { RateTable } from './i18n/rates.js';
export type { Diagnostic, DiagnosticCode } from './kernel/diagnostics.js';
export {
  ActionExpiredError,
  ActionForeignTenantError,
  ActionForgedError,
  ActionMalformedError,
  ActionUnsupportedError,
  type AnyFormatError,
  ConfigInvalidError,
  DecompressError,
  FormatError,
  type FormatErrorCode,
  InputInvalidError,
  InternalError,
  type Issue,
  isFormatError,
  LimitExceededError,
  OptionsInvalidError,
  ParserMissingError,
  PhoneNumberInvalidError,
  SanitizeError,
} from './kernel/errors.js';
export type { Hooks } from './kernel/hooks.js';
export type { FormatOptions, Formatted, Formatter, Overflow, Result } from './kernel/result.js';
export type { Schema } from './kernel/schema.js';
export type { Metric, MetricBatch } from './metric/model.js';
export type { Report } from './report/model.js';
export type { ReportOptions } from './report/produce.js';
export type { Brand, TenantConfig } from './tenant/config.js';
export { createTenantContext, type TenantContext } from './tenant/context.js';

const registry = {
  email,
  pagerduty,
  slack,
  sms,
  sse,
  teams,
  mqtt,
  kafka,
  websocket,
  prometheus,
  influxdb,
  grafana,
  elasticsearch,
  spotifyArtist,
  playlistAnalytics,
  revenueReport,
  userEngagement,
  mlModelPerformance,
};

/** Compiled validators hold nothing of a tenant, and there are as many as there are schemas. */
const compiled = new WeakMap<object, unknown>();

function compileOnce<Output>(schema: Schema<Output>): Schema<Output> {
  const known = compiled.get(schema);
  if (known !== undefined) return known as Schema<Output>;
  const fast = compileSchema(schema);
  compiled.set(schema, fast);
  return fast;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A tenant with the writer of pictures that its mails may ask for. What is no object is for the check to refuse. */
function withChartImages(tenant: TenantConfig): TenantConfig {
  const { channels = {} } = tenant;
  if (!isObject(channels)) return tenant;
  const { email = {} } = channels;
  return isObject(email) ? { ...tenant, channels: { ...channels, email: { chartImage: chartPng, ...email } } } : tenant;
}

/**
 * Creates all formatters for one tenant. Each is made when it is first asked for, and kept.
 *
 * @throws ConfigInvalidError with all that is wrong in the configuration at once
 * @example
 * ```ts
 * import { createFormatters } from 'channel-formatters';
 *
 * const formatters = createFormatters({ tenantId: 'spotify_artist_daft_punk', locale: 'fr-FR', timeZone: 'Europe/Paris' });
 * const { payload, followUps, diagnostics } = formatters.slack.format({
 *   severity: 'warning',
 *   title: 'Listener count fell by a third',
 *   source: 'audience-monitor',
 *   startedAt: Date.UTC(2026, 10, 20, 9, 30),
 * });
 * console.log(payload.text, followUps.length, diagnostics.length);
 * ```
 */
export function createFormatters(tenant: TenantConfig | TenantContext): Formatters<typeof registry> {
  if (typeof tenant !== 'object' || tenant === null || isTenantContext(tenant)) {
    return createBareFormatters(tenant, registry);
  }
  const complete = {
    locales: allCatalogs,
    markdown: parseMarkdown,
    messageParser: parseMessage,
    compileSchema: compileOnce,
    ...withChartImages(tenant),
  };
  return createBareFormatters(complete, registry);
}
