import { expect, it } from 'vitest';
import * as root from '../../src/index.js';

it('exports these names from the root, and no others', () => {
  expect(Object.keys(root).sort()).toEqual([
    'ActionExpiredError',
    'ActionForeignTenantError',
    'ActionForgedError',
    'ActionMalformedError',
    'ActionUnsupportedError',
    'ConfigInvalidError',
    'DecompressError',
    'ElasticsearchMetricsFormatter',
    'EmailAlertFormatter',
    'FormatError',
    'GrafanaMetricsFormatter',
    'InfluxDBMetricsFormatter',
    'InputInvalidError',
    'InternalError',
    'KafkaEventFormatter',
    'LimitExceededError',
    'MQTTMessageFormatter',
    'OptionsInvalidError',
    'PagerDutyAlertFormatter',
    'ParserMissingError',
    'PhoneNumberInvalidError',
    'PrometheusMetricsFormatter',
    'SMSAlertFormatter',
    'SSEFormatter',
    'SanitizeError',
    'SlackAlertFormatter',
    'TeamsAlertFormatter',
    'WebSocketMessageFormatter',
    'createFormatters',
    'createTenantContext',
    'isFormatError',
  ]);
});
