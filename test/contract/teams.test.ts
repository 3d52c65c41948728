import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

describeContract({
  id: 'teams',
  inputs: alerts,
  invalid: invalidAlerts,
  secret,
  options: [{ envelope: 'card' }, { envelope: 'botActivity' }],
  misspelt: [['envelop', 'envelope']],
});
