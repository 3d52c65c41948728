/** Events to server-sent events, CloudEvents and MQTT, against the serialisation of the same event. */
import { encode } from 'eventsource-encoder';
import { createFormatters } from '../../src/index.js';
import { compare, print } from './rounds.js';

const inputs = 1000;
const floor = 'floor: JSON.stringify of the event';

/** Eight fields, as a row of a table of plays has. */
const eventOf = (index: number) => ({
  id: `play-${index}`,
  source: '/ledger/eu',
  type: 'com.example.track.played',
  time: 1_795_168_800_000 + index,
  data: {
    track: `track-${index % 97}`,
    artist: `artist-${index % 31}`,
    plays: index,
    share: index / 7,
    country: 'FR',
    isPremium: index % 2 === 0,
    device: 'mobile',
    title: `Überall ${index}`,
  },
});

const events = Array.from({ length: inputs }, (_, index) => eventOf(index));
const at = (index: number) => events[index] ?? eventOf(index);

/** What CloudEvents JSON of the event is, ready to be written. */
const structured = events.map(({ id, source, type, time, data }) => ({
  specversion: '1.0',
  id,
  source,
  type,
  time: new Date(time).toISOString(),
  datacontenttype: 'application/json',
  tenantid: 'bench',
  data,
}));

/** Runs the whole comparison. */
export function benchStreams(): void {
  const whole = createFormatters({ tenantId: 'bench', channels: { kafka: { topic: 'plays', mode: 'structured' } } });
  const bare = createFormatters({ tenantId: 'bench', channels: { sse: { mode: 'data' } } });
  const timings = compare(
    [
      { name: floor, run: (index) => JSON.stringify(structured[index]) },
      { name: 'SSE, CloudEvents', run: (index) => whole.sse.format(at(index)).payload },
      {
        name: 'eventsource-encoder of the same',
        run: (index) => encode({ id: at(index).id, data: JSON.stringify(structured[index]) }),
      },
      { name: 'SSE, data alone', run: (index) => bare.sse.format(at(index)).payload },
      { name: 'MQTT 5, publish object', run: (index) => whole.mqtt.format(at(index)).payload },
      { name: 'WebSocket, envelope', run: (index) => whole.websocket.format(at(index)).payload },
      { name: 'Kafka, CloudEvents structured', run: (index) => whole.kafka.format(at(index)).payload },
      { name: 'Kafka, CloudEvents binary', run: (index) => bare.kafka.format(at(index), { topic: 'plays' }).payload },
    ],
    inputs,
  );
  print(`event to streams, ${JSON.stringify(structured[0]).length} characters of JSON`, timings, floor);
}
