/** `npm run bench`: prints ratios. Nothing here fails by time; budgets are read by people, on a quiet machine. */
import { benchCompression } from './compression.js';
import { benchElasticsearch } from './elasticsearch.js';
import { benchEmail } from './email.js';
import { benchInfluxDB } from './influxdb.js';
import { benchPagerDuty } from './pagerduty.js';
import { benchPrometheus } from './prometheus.js';
import { printConditions } from './rounds.js';
import { benchSanitizer } from './sanitizer.js';
import { benchSlack } from './slack.js';
import { benchSms } from './sms.js';
import { benchStreams } from './streams.js';
import { benchTeams } from './teams.js';
import { benchTemplates } from './templates.js';

benchSlack();
benchSms();
benchTeams();
benchPagerDuty();
benchEmail();
benchTemplates();
benchStreams();
benchCompression();
await benchSanitizer();
benchInfluxDB();
benchElasticsearch();
await benchPrometheus();
printConditions();
