import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import { expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';

const topic = 'plays';
const schema = JSON.stringify({
  type: 'record',
  name: 'Played',
  fields: [
    { name: 'track', type: 'string' },
    { name: 'plays', type: 'long' },
  ],
});

it('writes bytes that follow a schema as the registry’s own serializer does, and its deserializer reads them', async () => {
  const client = SchemaRegistryClient.newClient({ baseURLs: ['mock://plays'] });
  const schemaId = await client.register(`${topic}-value`, { schema, schemaType: 'AVRO' }, false);
  const serializer = new AvroSerializer(client, SerdeType.VALUE, { useLatestVersion: true });
  const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {});
  const played = { track: 'Überall 🎵', plays: 31 };

  const theirs = await serializer.serialize(topic, played);
  // The magic byte and the id come first: what follows is Avro, as a caller has it.
  const avro = theirs.subarray(5);
  const { kafka } = createFormatters({ tenantId: 'label_42', channels: { kafka: { topic } } });
  const { payload } = kafka.format({ source: '/ledger', type: 'track.played', data: avro }, { schemaId });
  const value = payload.messages[0]?.value;

  expect(value?.equals(theirs)).toBe(true);
  expect(await deserializer.deserialize(topic, value ?? Buffer.alloc(0))).toMatchObject(played);
});
