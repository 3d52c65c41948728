import { expect, it } from 'vitest';
import { complaintsAbout } from '../support/compile.js';

it('fit into kafkajs, ws, the packets of MQTT.js and responses, which would notice if they did not', () => {
  expect(complaintsAbout('test/conformance/drop-in/streams.ts')).toEqual([]);
});
