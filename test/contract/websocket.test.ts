import { describeContract } from './contract.js';
import { events, invalidEvents, secret } from './events.js';

describeContract({
  id: 'websocket',
  inputs: events,
  invalid: invalidEvents,
  secret,
  options: [
    { channel: 'plays', seq: 0 },
    { priority: 'high', coalesceKey: 'track-7', droppable: true },
    { channel: 'ميلودي', seq: 2 ** 40 },
  ],
  misspelt: [
    ['chanel', 'channel'],
    ['coalescekey', 'coalesceKey'],
  ],
});
