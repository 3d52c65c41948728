import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

const routingKey = 'e0000000000000000000000000000001';

describeContract({
  id: 'pagerduty',
  inputs: alerts,
  invalid: invalidAlerts,
  secret,
  options: [
    { routingKey },
    { event: 'trigger' },
    { event: 'acknowledge' },
    { event: 'resolve' },
    { event: 'change', routingKey },
  ],
  misspelt: [
    ['routingkey', 'routingKey'],
    ['routing_key', 'routingKey'],
    ['evnt', 'event'],
  ],
});
