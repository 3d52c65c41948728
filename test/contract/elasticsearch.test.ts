import { describeContract } from './contract.js';
import { batches, invalidBatches, secret } from './metrics.js';

describeContract({
  id: 'elasticsearch',
  inputs: batches,
  invalid: invalidBatches,
  secret,
  options: [{ strict: false }],
  misspelt: [['strickt', 'strict']],
});
