import { describeContract } from './contract.js';
import { events, invalidEvents, secret } from './events.js';

describeContract({
  id: 'mqtt',
  inputs: events,
  invalid: invalidEvents,
  secret,
  options: [
    { levels: ['a', 'b'] },
    { qos: 2 },
    { expirySeconds: 60, responseTopic: 'replies/7' },
    { clearRetained: true },
  ],
  misspelt: [
    ['level', 'levels'],
    ['expirySecond', 'expirySeconds'],
  ],
});
