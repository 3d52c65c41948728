import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../src/envelope/envelope.js';
import { toEvent } from '../../src/envelope/event.js';
import { attributeTexts, dataBytes, structuredText, toStructured } from '../../src/envelope/formats.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';

const played: Envelope = {
  source: '/ledger/eu',
  type: 'com.example.track.played',
  subject: 'track-7',
  time: '2026-11-20T10:00:00.5+01:00',
  data: { plays: 3, titles: ['Café', '夜'] },
};

function eventOf(input: unknown, tenant = 'label_42', diagnostics: Diagnostic[] = []) {
  return toEvent('test', input, tenant, diagnostics);
}

function issuesOf(input: unknown): string[] {
  try {
    eventOf(input);
  } catch (error) {
    if (isFormatError(error, 'ERR_INPUT_INVALID'))
      return error.issues.map(({ path, expected }) => `${path}: ${expected}`);
    throw error;
  }
  return [];
}

const circle: Record<string, unknown> = {};
circle['self'] = { circle };
let deep: unknown = 1;
for (let level = 0; level < 400; level++) deep = [deep];

describe('an event', () => {
  it('is written in the words and the order of CloudEvents', () => {
    expect(Object.entries(toStructured(eventOf({ ...played, id: 'a1', extensions: { b: 2, a: true } })))).toEqual([
      ['specversion', '1.0'],
      ['id', 'a1'],
      ['source', '/ledger/eu'],
      ['type', 'com.example.track.played'],
      ['subject', 'track-7'],
      ['time', '2026-11-20T09:00:00.500Z'],
      ['datacontenttype', 'application/json'],
      ['tenantid', 'label_42'],
      ['a', true],
      ['b', 2],
      ['data', { plays: 3, titles: ['Café', '夜'] }],
    ]);
  });

  it('has the same id for the same content in any order, and another for any other content', () => {
    const { id } = eventOf(played);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(eventOf({ ...played, data: { titles: ['Café', '夜'], plays: 3 } }).id).toBe(id);
    const others: Envelope[] = [
      { ...played, source: '/ledger/us' },
      { ...played, subject: 'track-8' },
      { ...played, time: '2026-11-20T10:00:01Z' },
      { ...played, data: { plays: 4, titles: ['Café', '夜'] } },
      { ...played, extensions: { shard: 1 } },
      { ...played, extensions: { shard: '1' } },
    ];
    const ids = [id, ...others.map((other) => eventOf(other).id), eventOf(played, 'label_43').id];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells bytes from the text that writes them', () => {
    const bytes = eventOf({ ...played, data: new Uint8Array([1, 2, 3]) });
    expect(bytes.datacontenttype).toBe('application/octet-stream');
    expect(toStructured(bytes)).toMatchObject({ data_base64: 'AQID' });
    expect(dataBytes(bytes)).toEqual(Buffer.from([1, 2, 3]));
    expect(eventOf({ ...played, datacontenttype: 'application/octet-stream', data: 'AQID' }).id).not.toBe(bytes.id);
  });

  it('writes text of another type than JSON as it is', () => {
    const csv = eventOf({ ...played, datacontenttype: 'text/csv', data: 'a,b\r\n1,2' });
    expect(dataBytes(csv)?.toString()).toBe('a,b\r\n1,2');
    expect(toStructured(csv)).toMatchObject({ data: 'a,b\r\n1,2' });
    expect(dataBytes(eventOf({ ...played, data: 'a' }))?.toString()).toBe('"a"');
    expect(dataBytes(eventOf({ source: '/a', type: 'b' }))).toBeUndefined();
  });

  it('writes bytes inside of JSON as base64, says so, and leaves the input alone', () => {
    const diagnostics: Diagnostic[] = [];
    const data = { file: { content: new Uint8Array([255, 0]) }, rows: [1] };
    const event = eventOf({ ...played, data }, 'label_42', diagnostics);
    expect(event.data).toEqual({ file: { content: '/wA=' }, rows: [1] });
    expect(diagnostics).toMatchObject([{ code: 'normalized', path: 'data.file.content' }]);
    expect(data.file.content).toEqual(new Uint8Array([255, 0]));
  });

  it('lists attributes as texts for transports that carry the data alone', () => {
    expect(attributeTexts(eventOf({ ...played, id: 'a1', extensions: { retry: 2, final: false } }))).toEqual([
      ['specversion', '1.0'],
      ['id', 'a1'],
      ['source', '/ledger/eu'],
      ['type', 'com.example.track.played'],
      ['subject', 'track-7'],
      ['time', '2026-11-20T09:00:00.500Z'],
      ['tenantid', 'label_42'],
      ['final', 'false'],
      ['retry', '2'],
    ]);
  });

  it('is never of another tenant than its own', () => {
    expect(issuesOf({ ...played, extensions: { tenantid: 'other' } })).toEqual([
      'extensions.tenantid: a name that is not an attribute of its own',
    ]);
    expect(issuesOf({ ...played, tenantid: 'other' })).toEqual(['tenantid: only known members']);
  });

  it('survives JSON.parse for any data that JSON can say', () => {
    const json = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(json, (data) => {
        const parsed = JSON.parse(structuredText(eventOf({ ...played, data }))) as { data: unknown };
        // JSON has one zero.
        expect(JSON.stringify(parsed.data)).toBe(JSON.stringify(data));
      }),
    );
  });
});

describe('an envelope is refused, naming the member, when', () => {
  const wellFormed = 'well-formed text, without lone surrogates';
  const controls = '1 to 2048 characters without controls';
  it.each<[what: string, change: object, issues: string[]]>([
    ['it lacks what every event has', { source: undefined, type: undefined }, ['source: string', 'type: string']],
    ['an id holds a line break', { id: 'a\nb' }, [`id: ${controls}`]],
    ['an id holds NUL', { id: 'a\u0000' }, [`id: ${controls}`]],
    ['an id is empty', { id: '' }, [`id: ${controls}`]],
    ['an id holds a lone surrogate', { id: 'a\ud800' }, [`id: ${controls}`]],
    ['a subject is a number', { subject: 5 }, ['subject: string']],
    ['a source is no URI-reference', { source: 'a b' }, ['source: a URI-reference such as `/ledger/eu`']],
    ['a schema is relative', { dataschema: '/schema' }, ['dataschema: an absolute URI']],
    [
      'a media type holds a header',
      { datacontenttype: 'text/plain, x: y' },
      ['datacontenttype: a media type such as `application/json`'],
    ],
    ['a time has no zone', { time: '2026-11-20T10:00:00' }, ['time: an instant with an offset']],
    [
      'an extension has a wrong name',
      { extensions: { 'Trace-Id': 'x' } },
      ['extensions.Trace-Id: a name of 1 to 20 characters, a to z and 0 to 9'],
    ],
    [
      'an extension imitates an attribute',
      { extensions: { id: 'x' } },
      ['extensions.id: a name that is not an attribute of its own'],
    ],
    [
      'an extension is no integer',
      { extensions: { n: 1.5 } },
      [`extensions.n: a boolean, a 32-bit integer, or ${controls}`],
    ],
    ['a member is undefined', { data: { a: [1, undefined] } }, ['data.a.1: a value, or no member']],
    [
      'a number is none',
      { data: { a: Number.NaN, b: Number.NEGATIVE_INFINITY } },
      ['data.a: a finite number', 'data.b: a finite number'],
    ],
    ['a number is a bigint', { data: { a: 1n } }, ['data.a: a number or a string, JSON has no bigint']],
    ['data go in a circle', { data: circle }, [expect.stringMatching(/^data\.self\..*: data without a circle$/)]],
    ['data are too deep', { data: deep }, [expect.stringMatching(/: at most 256 levels$/)]],
    ['a text is ill formed', { data: { a: ['\udc00'] } }, [`data.a.0: ${wellFormed}`]],
    ['a member has an ill-formed name', { data: { a: { '\ud800': 1 } } }, ['data.a: well-formed names of members']],
    ['a date is no text', { data: { at: new Date(0) } }, ['data.at: a plain object, not an instance of a class']],
    ['a map is no object', { data: new Map([[1, 2]]) }, ['data: a plain object, not an instance of a class']],
    ['a member is a function', { data: { toJSON: () => 'forged' } }, ['data.toJSON: JSON, not a function']],
    [
      'an object is to be written as text',
      { datacontenttype: 'text/csv' },
      ['data: text or bytes, as `datacontenttype` is not JSON'],
    ],
  ])('%s', (_what, change, issues) => {
    expect(issuesOf({ ...played, ...change })).toEqual(issues);
  });

  it.each([[null], ['text'], [[]], [7]])('it is %j', (input) => {
    expect(issuesOf(input)).toEqual([': object']);
  });

  it('reports everything at once', () => {
    expect(issuesOf({ id: '', data: { a: 1n }, more: 1 })).toHaveLength(5);
  });
});
