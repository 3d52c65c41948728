import { alerts, invalidAlerts, secret } from './alerts.js';
import { describeContract } from './contract.js';

describeContract({
  id: 'text',
  module: 'src/formatters/text-document.ts',
  inputs: alerts,
  invalid: invalidAlerts,
  secret,
  options: [{ width: 40, links: 'footnotes' }, { maxChars: 1000 }],
  misspelt: [
    ['widht', 'width'],
    ['link', 'links'],
  ],
});
