import { describeContract } from './contract.js';
import { batches, invalidBatches, secret } from './metrics.js';

describeContract({
  id: 'prometheus',
  inputs: batches,
  invalid: invalidBatches,
  secret,
  options: [
    { format: 'openmetrics', escaping: 'values', timestamps: true },
    { format: 'text-1.0', escaping: 'allow-utf-8' },
    { format: 'protobuf' },
    { accept: 'application/openmetrics-text;version=1.0.0;escaping=dots;q=0.5,*/*;q=0.1', strict: true },
  ],
  misspelt: [
    ['timestamp', 'timestamps'],
    ['formats', 'format'],
  ],
});
