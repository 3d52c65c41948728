import { describe, expect, it } from 'vitest';
import { createPhoneNumbers } from '../../../src/channels/sms/phone-numbers.js';
import { createFormatters } from '../../../src/index.js';
import { isFormatError } from '../../../src/kernel/errors.js';
import { type SmsTenantOptions, senderKind } from '../../../src/tenant/sms-options.js';
import { minimal } from '../../fixtures/alerts/minimal.js';

const create = (options: SmsTenantOptions = {}) =>
  createFormatters({ tenantId: 'label_42', channels: { sms: options } }).sms;

const issuesOf = (options: unknown): string[] => {
  try {
    create(options as SmsTenantOptions);
  } catch (error) {
    if (isFormatError(error, 'ERR_CONFIG_INVALID')) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('a destination', () => {
  it.each(['+33612345678', '+14155550123', '+881234567', '+999123456789012'])('is a number of E.164: %s', (to) => {
    expect(create().format(minimal, { to }).payload.to).toBe(to);
  });

  it.each([
    '',
    '33612345678',
    '06 12 34 56 78',
    '+33 6 12 34 56 78',
    '+0612345678',
    '+1234567890123456',
    '+123456',
    'whatsapp:+33612345678',
    '+33612345678\n',
    '+٣٣٦١٢٣٤٥٦٧٨',
  ])('is nothing else, and the error does not repeat it: %j', (to) => {
    const result = create().tryFormat(minimal, { to });
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_PHONE_NUMBER_INVALID', path: 'to' } });
    if (!result.ok && to !== '') expect(result.error.message).not.toContain(to);
  });

  it('is absent where there is none', () => {
    expect(Object.keys(create().format(minimal).payload)).not.toContain('to');
  });

  it('is a text', () => {
    const result = create().tryFormat(minimal, { to: 33612345678 as never });
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path: 'to' }] } });
  });
});

describe('a checker of numbers', () => {
  const phoneNumbers = createPhoneNumbers({ defaultCountry: 'fr' });

  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['+1 415-555-2671', '+14155552671'],
  ])('reads %s', (given, to) => expect(create({ phoneNumbers }).format(minimal, { to: given }).payload.to).toBe(to));

  it.each(['+33 1', '+99912345678', '12', 'call 06 12 34 56 78 now', '+33612345678 ext. 5'])('refuses %s', (to) => {
    expect(create({ phoneNumbers }).tryFormat(minimal, { to })).toMatchObject({
      ok: false,
      error: { code: 'ERR_PHONE_NUMBER_INVALID' },
    });
  });

  it('needs a country code where no country is settled', () => {
    expect([createPhoneNumbers()('06 12 34 56 78'), createPhoneNumbers()('+33612345678')]).toEqual([
      undefined,
      '+33612345678',
    ]);
    expect(() => createPhoneNumbers({ defaultCountry: 'XX' })).toThrow(TypeError);
  });

  it('of somebody else is not believed to return E.164', () => {
    const result = create({ phoneNumbers: () => '0612345678' }).tryFormat(minimal, { to: '+33612345678' });
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_PHONE_NUMBER_INVALID' } });
  });
});

describe('a sender', () => {
  const service = `MG${'0123456789abcdef'.repeat(2)}`;

  it.each([
    ['+33644000001', 'number'],
    ['36180', 'short-code'],
    ['Label 42', 'name'],
    ['A', 'name'],
    ['A2345678901', 'name'],
    [service, 'service'],
    ['A23456789012', undefined],
    ['12', undefined],
    ['123456789', undefined],
    ['Étoile', undefined],
    ['Label ', undefined],
    ['MG123', 'name'],
    ['a\nb', undefined],
    ['', undefined],
  ])('is known by its shape: %j', (from, kind) => expect(senderKind(from)).toBe(kind));

  it('of a call replaces the one of the tenant', () => {
    const sms = create({ from: '36180' });
    expect(sms.format(minimal).payload.from).toBe('36180');
    expect(sms.format(minimal, { from: 'Label 42' }).payload.from).toBe('Label 42');
    expect(sms.tryFormat(minimal, { from: 'A name that is too long' })).toMatchObject({
      ok: false,
      error: { code: 'ERR_PHONE_NUMBER_INVALID', path: 'from' },
    });
  });

  it('that is a messaging service has a member of its own', () => {
    const { payload } = create({ from: service }).format(minimal);
    expect(payload).toMatchObject({ messagingServiceSid: service });
    expect(payload).not.toHaveProperty('from');
  });

  it('that is a number is checked like a destination', () => {
    const sms = create({ phoneNumbers: createPhoneNumbers() });
    expect(sms.tryFormat(minimal, { from: '+9991234567' })).toMatchObject({ ok: false, error: { path: 'from' } });
  });
});

describe('what a tenant settles', () => {
  it.each<[string, unknown, string[]]>([
    ['a sender that is none', { from: 'A name that is too long' }, ['channels.sms.from']],
    ['no segment', { maxSegments: 0 }, ['channels.sms.maxSegments']],
    ['too many segments', { maxSegments: 11 }, ['channels.sms.maxSegments']],
    ['half a message', { maxFollowUps: 1.5 }, ['channels.sms.maxFollowUps']],
    ['another reference', { referenceBits: 12 }, ['channels.sms.referenceBits']],
    ['another spelling', { transliterate: 'all' }, ['channels.sms.transliterate']],
    ['a country by name', { optOut: { FR: 'STOP' } }, ['channels.sms.optOut.FR']],
    ['two lines', { optOut: { '+': 'STOP\nnow' } }, ['channels.sms.optOut.+']],
    ['a long notice', { optOut: { '+': 'x'.repeat(41) } }, ['channels.sms.optOut.+']],
    ['an empty notice', { optOut: { '+': ' ' } }, ['channels.sms.optOut.+']],
    ['a notice that is off', { optOut: { '+': false } }, ['channels.sms.optOut.+']],
    ['a checker that is none', { phoneNumbers: 'libphonenumber' }, ['channels.sms.phoneNumbers']],
    ['a misspelt member', { form: '36180' }, ['channels.sms.form']],
  ])('is refused: %s', (_what, options, paths) => expect(issuesOf(options)).toEqual(paths));
});
