import { describeContract } from './contract.js';
import { events, invalidEvents, secret } from './events.js';

describeContract({
  id: 'kafka',
  inputs: events,
  invalid: invalidEvents,
  secret,
  options: [{ topic: 'others' }, { entity: 'track/7', partition: 3 }],
  misspelt: [
    ['topics', 'topic'],
    ['entityId', 'entity'],
  ],
});
