import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

describeContract({
  id: 'sms',
  inputs: alerts,
  invalid: invalidAlerts,
  secret,
  options: [{ to: '+33612345678' }, { to: '+14155550123', from: '36180' }],
  misspelt: [
    ['too', 'to'],
    ['form', 'from'],
  ],
});
