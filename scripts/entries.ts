/** The public entry points of the package: the one list that everything else about them is made from. */
import { readdirSync } from 'node:fs';
import { parts } from './locales/parts.js';

const root = new URL('../', import.meta.url);

const written: Record<string, string> = {
  '.': 'src/index.ts',
  './factory': 'src/factory.ts',
  './actions': 'src/actions/verifier.ts',
  './chart-png': 'src/chart/png.ts',
  './chart': 'src/chart/targets.ts',
  './compile-schema': 'src/kernel/zod-compile.ts',
  './compress': 'src/codec/compress.ts',
  './csv': 'src/report/csv.ts',
  './document': 'src/document/build.ts',
  './elasticsearch': 'src/formatters/elasticsearch.ts',
  './email': 'src/formatters/email.ts',
  './grafana': 'src/formatters/grafana.ts',
  './group-alerts': 'src/domains/alert/group.ts',
  './html': 'src/formatters/html-document.ts',
  './influxdb': 'src/formatters/influxdb.ts',
  './json-ld': 'src/report/json-ld.ts',
  './kafka': 'src/formatters/kafka.ts',
  './markdown': 'src/formatters/markdown-document.ts',
  './metric': 'src/metric/build.ts',
  './ml-model-performance': 'src/formatters/ml-model-performance.ts',
  './mqtt': 'src/formatters/mqtt.ts',
  './pagerduty': 'src/formatters/pagerduty.ts',
  './parse-markdown': 'src/sanitize/markdown.ts',
  './parse-message': 'src/i18n/parse-message.ts',
  './phone-numbers': 'src/channels/sms/phone-numbers.ts',
  './playlist-analytics': 'src/formatters/playlist-analytics.ts',
  './prometheus': 'src/formatters/prometheus.ts',
  './report': 'src/report/check.ts',
  './revenue-report': 'src/formatters/revenue-report.ts',
  './sanitizer': 'src/sanitize/sanitizer.ts',
  './slack': 'src/formatters/slack.ts',
  './sms': 'src/formatters/sms.ts',
  './sources/alertmanager': 'src/sources/alertmanager.ts',
  './sources/amplitude': 'src/sources/amplitude.ts',
  './sources/chartmetric': 'src/sources/chartmetric.ts',
  './sources/cloudwatch': 'src/sources/cloudwatch.ts',
  './sources/datadog': 'src/sources/datadog.ts',
  './sources/datadog-series': 'src/sources/datadog-series.ts',
  './sources/ga4': 'src/sources/ga4.ts',
  './sources/grafana': 'src/sources/grafana.ts',
  './sources/mixpanel': 'src/sources/mixpanel.ts',
  './sources/mlflow': 'src/sources/mlflow.ts',
  './sources/otel-logs': 'src/sources/otel-logs.ts',
  './sources/otlp': 'src/sources/otlp.ts',
  './sources/pagerduty': 'src/sources/pagerduty.ts',
  './sources/prom-client': 'src/sources/prom-client.ts',
  './sources/prometheus': 'src/sources/prometheus.ts',
  './sources/prometheus-rules': 'src/sources/prometheus-rules.ts',
  './sources/python-json': 'src/sources/python-json.ts',
  './sources/records': 'src/sources/records.ts',
  './sources/royalty-csv': 'src/sources/royalty-csv.ts',
  './spotify-artist': 'src/formatters/spotify-artist.ts',
  './sources/sklearn': 'src/sources/sklearn.ts',
  './sources/songstats': 'src/sources/songstats.ts',
  './sources/spotify-artist': 'src/sources/spotify-artist.ts',
  './sources/spotify-playlist': 'src/sources/spotify-playlist.ts',
  './sources/time-series': 'src/sources/time-series.ts',
  './sse': 'src/formatters/sse.ts',
  './stream': 'src/kernel/pipeline.ts',
  './teams': 'src/formatters/teams.ts',
  './text': 'src/formatters/text-document.ts',
  './user-engagement': 'src/formatters/user-engagement.ts',
  './websocket': 'src/formatters/websocket.ts',
  './xlsx': 'src/report/xlsx.ts',
};

const catalog = /^([A-Za-z0-9-]+)\.json$/;

/** Lists the tags of the message catalogs in `locales/`, sorted. */
function localeTags(): string[] {
  return readdirSync(new URL('locales/', root))
    .flatMap((name) => catalog.exec(name)?.[1] ?? [])
    .sort();
}

/** Lists the ids of the dictionaries, all versions, sorted. */
function dictionaryIds(): string[] {
  return readdirSync(new URL('src/generated/dictionaries/', root))
    .flatMap((name) => /^([a-z]+-\d+)\.ts$/.exec(name)?.[1] ?? [])
    .sort();
}

/** Subpath as in the `exports` of package.json -> source file, relative to the repository. */
export const entries: Readonly<Record<string, string>> = {
  ...written,
  ...Object.fromEntries(dictionaryIds().map((id) => [`./dictionaries/${id}`, `src/generated/dictionaries/${id}.ts`])),
  ...Object.fromEntries(
    localeTags().flatMap((tag) =>
      parts.map((part) => [`./locales/${tag}${part}`, `src/generated/locales/${tag}${part}.ts`]),
    ),
  ),
};

/** What a consumer writes to import a subpath: `./slack` -> `channel-formatters/slack`. */
export const specifierOf = (subpath: string): string => `channel-formatters${subpath.slice(1)}`;

/** Where the builds put an entry, without folder of the format and extension: `formatters/slack`. */
export const outputOf = (source: string): string => source.replace(/^src\//, '').replace(/\.ts$/, '');
