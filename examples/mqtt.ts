/** Events of speakers over MQTT 5 and 3.1.1, topics made of what devices call themselves: `npm run example mqtt`. */
import { createFormatters } from 'channel-formatters';
import type { MqttMessage } from 'channel-formatters/mqtt';

const tenantId = 'maison_carthage';
const five = createFormatters({ tenantId, channels: { mqtt: { topicPrefix: ['speakers'] } } });
const three = createFormatters({ tenantId, channels: { mqtt: { topicPrefix: ['speakers'], version: '3.1.1' } } });

// In a service: client.publish(topic, payload, options) of MQTT.js.
function publish({ topic, payload, options }: MqttMessage): void {
  console.log(`${topic}\n  ${payload.length === 0 ? '(empty)' : payload.toString()}\n  ${JSON.stringify(options)}`);
}

const state = { source: '/speakers/7', type: 'volume.set', subject: 'salon/#1 +', data: { volume: 40 } };
publish(five.mqtt.format(state, { retain: true, expirySeconds: 3600, userProperties: { room: 'salon' } }).payload);
publish(three.mqtt.format(state, { retain: true }).payload);
publish(five.mqtt.format(state, { clearRetained: true }).payload);

// A retained message without data would delete the one before: nobody asked for that.
const empty = five.mqtt.tryFormat({ source: '/speakers/7', type: 'volume.set' }, { retain: true });
if (!empty.ok) console.log(empty.error.message);
