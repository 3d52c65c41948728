import { describeContract } from './contract.js';
import { events, invalidEvents, secret } from './events.js';

describeContract({
  id: 'sse',
  inputs: events,
  invalid: invalidEvents,
  secret,
  options: [{ event: 'played' }, { retryMs: 0 }],
  misspelt: [
    ['events', 'event'],
    ['retryMS', 'retryMs'],
  ],
});
