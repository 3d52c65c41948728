/** Events that every formatter of events is given. */
import type { Envelope } from '../../src/envelope/envelope.js';

export const secret = 'isrc-FRZ039800212';

/** As JSON, so that another process reads the same. */
export const events: readonly Envelope[] = [
  { source: '/ledger/eu', type: 'com.example.track.played', data: { plays: 3 } },
  {
    id: 'play-7',
    source: 'https://ledger.example.com/eu',
    type: 'com.example.royalty.settled',
    subject: 'track/7',
    time: '2026-11-20T10:00:00.25+01:00',
    dataschema: 'https://schemas.example.com/royalty/1',
    extensions: { shard: 3, final: true, partitionkey: 'track/7' },
    data: {
      title: 'Überall\r\ndata: forged',
      amounts: [1.5, -2, 0],
      artist: 'ميلودي',
      'nested key': { a: [] },
    },
  },
  { source: '/search', type: 'com.example.query', datacontenttype: 'text/plain', data: 'line one\nline two 🎵' },
  { source: '/ops', type: 'com.example.ping' },
];

type Invalid = readonly [name: string, input: unknown, paths: readonly string[]];

export const invalidEvents: readonly Invalid[] = [
  ['nothing', null, ['']],
  ['no source and no type', { data: 1 }, ['source', 'type']],
  ['an id with a line break', { ...events[0], id: `${secret}\n` }, ['id']],
  ['a lone surrogate', { ...events[0], data: { note: `${secret}\ud800` } }, ['data.note']],
  [
    'a wrong extension and an unknown member',
    { ...events[0], extensions: { Trace: secret }, more: secret },
    ['extensions.Trace', 'more'],
  ],
];
