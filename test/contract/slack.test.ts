import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

describeContract({
  id: 'slack',
  inputs: alerts,
  invalid: invalidAlerts,
  secret,
  options: [{ threadTs: '1795167000.000100' }, { threadTs: '1795167000.000100', replyBroadcast: true }],
  misspelt: [
    ['threadTS', 'threadTs'],
    ['replyBroadCast', 'replyBroadcast'],
  ],
});
