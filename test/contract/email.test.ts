import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

describeContract({ id: 'email', inputs: alerts, invalid: invalidAlerts, secret });
