import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

describeContract({
  id: 'markdown',
  module: 'src/formatters/markdown-document.ts',
  inputs: alerts,
  invalid: invalidAlerts,
  secret,
  options: [{ profile: 'commonmark' }, { maxChars: 2000 }],
  misspelt: [
    ['profil', 'profile'],
    ['maxChar', 'maxChars'],
  ],
});
