import { describeContract } from './contract.js';
import { batches, invalidBatches, secret } from './metrics.js';

describeContract({
  id: 'influxdb',
  inputs: batches,
  invalid: invalidBatches,
  secret,
  options: [{ strict: true }],
  misspelt: [['strickt', 'strict']],
});
