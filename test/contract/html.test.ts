import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

describeContract({
  id: 'html',
  module: 'src/formatters/html-document.ts',
  inputs: alerts,
  invalid: invalidAlerts,
  secret,
  options: [{ page: false }, { maxBytes: 20_000 }],
  misspelt: [
    ['pages', 'page'],
    ['maxByte', 'maxBytes'],
  ],
});
