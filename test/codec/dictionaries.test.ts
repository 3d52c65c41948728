import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adler32 } from '../../src/codec/checksums.js';
import { compress, decompress } from '../../src/codec/compress.js';
import { createFormatters } from '../../src/index.js';
import { goldenMessages } from '../golden/corpus.js';
import { dictionaries } from '../support/dictionaries.js';

/** What messages on the wire name them by. A new text is a new version; these never change. */
const released: Readonly<Record<string, number>> = {
  'email-1': 0xb03df797,
  'html-1': 0xd2a25fff,
  'markdown-1': 0x0b05d161,
  'pagerduty-1': 0x0d85e454,
  'slack-1': 0xf0820e78,
  'sms-1': 0xeb4d0681,
  'teams-1': 0xf9cd44af,
  'text-1': 0xa1af2045,
};

describe('the dictionaries', () => {
  it('are those of the files, and are as they were released', () => {
    const files = readdirSync(new URL('../../src/generated/dictionaries/', import.meta.url));
    expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual([...dictionaries.keys()].sort());
    const names = Object.fromEntries([...dictionaries].map(([id, { bytes }]) => [id, adler32(bytes)]));
    expect(names).toEqual(released);
  });

  it('leave most of the window to the message', () => {
    for (const { bytes } of dictionaries.values()) expect(bytes.length).toBeLessThanOrEqual(16_000);
  });

  it('make small messages smaller than gzip does, and are needed to read them', () => {
    for (const message of goldenMessages('slack').filter(({ name }) => name === 'minimal' || name === 'typical')) {
      const dictionary = dictionaries.get('slack-1');
      if (dictionary === undefined) throw new Error('there is no slack-1');
      const small = compress(message.text, { dictionary });
      expect(small).toMatchObject({ encoding: 'deflate', dictionary: 'slack-1' });
      expect(small.bytes.length).toBeLessThan(compress(message.text).bytes.length * 0.7);
      const options = { encoding: 'deflate', maxBytes: 100_000 } as const;
      expect(decompress(small.bytes, { ...options, dictionary }).toString()).toBe(message.text);
      expect(() => decompress(small.bytes, options)).toThrow(expect.objectContaining({ code: 'ERR_DECOMPRESS' }));
    }
  });

  it('can be settled for a tenant, whose configuration is frozen', () => {
    const dictionary = dictionaries.get('slack-1');
    if (dictionary === undefined) throw new Error('there is no slack-1');
    const [message] = goldenMessages('slack');
    const { mqtt } = createFormatters({
      tenantId: 'label_42',
      channels: { mqtt: { compression: 'auto', dictionary } },
    });
    const { options } = mqtt.format({
      source: '/alerts',
      type: 'slack',
      data: JSON.parse(message?.text ?? ''),
    }).payload;
    expect(options.properties?.userProperties).toMatchObject({ contentencoding: 'deflate', dictionary: 'slack-1' });
  });
});
