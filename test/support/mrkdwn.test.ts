import { describe, expect, it } from 'vitest';
import { readMrkdwn } from './mrkdwn.js';

describe('readMrkdwn', () => {
  it.each([
    ['<!channel>', { kind: 'broadcast', target: 'channel' }],
    ['<!here|here>', { kind: 'broadcast', target: 'here', label: 'here' }],
    ['<@U024BE7LH>', { kind: 'user', target: 'U024BE7LH' }],
    ['<#C024BE7LR|general>', { kind: 'channel', target: 'C024BE7LR', label: 'general' }],
    ['<!subteam^SAZ94GDB8>', { kind: 'subteam', target: 'SAZ94GDB8' }],
    ['<!date^1392734382^{date}|then>', { kind: 'date', target: '1392734382^{date}', label: 'then' }],
    ['<https://evil.example|bank.example>', { kind: 'link', target: 'https://evil.example', label: 'bank.example' }],
    ['<javascript:alert(1)|go>', { kind: 'link', target: 'javascript:alert(1)', label: 'go' }],
  ])('finds the control sequence of %s', (source, token) => {
    expect(readMrkdwn(`a ${source} b`)).toEqual([{ kind: 'text', text: 'a ' }, token, { kind: 'text', text: ' b' }]);
  });

  it.each(['&lt;!channel&gt;', 'a &amp;lt;!here&amp;gt;', '<>', '1 < 2 and 3 > 2 no more', '<<>>'])(
    'finds text only in %s',
    (source) => {
      expect(readMrkdwn(source).filter(({ kind }) => kind !== 'text' && kind !== 'link')).toEqual([]);
    },
  );

  it('decodes the three entities once', () => {
    expect(readMrkdwn('&amp;lt; &lt;b&gt;')).toEqual([{ kind: 'text', text: '&lt; <b>' }]);
  });
});
