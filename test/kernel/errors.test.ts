import { describe, expect, it, vi } from 'vitest';
import { createFormatters } from '../../src/index.js';
import {
  ActionExpiredError,
  ActionForeignTenantError,
  ActionForgedError,
  ActionMalformedError,
  ActionUnsupportedError,
  type AnyFormatError,
  ConfigInvalidError,
  FormatError,
  InputInvalidError,
  InternalError,
  isFormatError,
  LimitExceededError,
  OptionsInvalidError,
  ParserMissingError,
  SanitizeError,
} from '../../src/kernel/errors.js';

const issues = [
  { path: 'metrics.cpu.value', message: 'expected number', expected: 'number' },
  { path: '', message: 'expected object' },
];
const cause = new RangeError('deep down');

const errors: readonly (readonly [
  name: string,
  error: AnyFormatError,
  code: string,
  message: string,
  fields: object,
])[] = [
  [
    'InputInvalidError',
    new InputInvalidError('slack', issues),
    'ERR_INPUT_INVALID',
    'Cannot format the input with `slack`, it does not match the schema:\n  metrics.cpu.value: expected number\n  (input): expected object',
    { formatter: 'slack', issues },
  ],
  [
    'OptionsInvalidError',
    new OptionsInvalidError(issues),
    'ERR_OPTIONS_INVALID',
    'Cannot use the format options:\n  metrics.cpu.value: expected number\n  (input): expected object',
    { issues },
  ],
  [
    'ConfigInvalidError',
    new ConfigInvalidError(issues),
    'ERR_CONFIG_INVALID',
    'Cannot use the tenant configuration:\n  metrics.cpu.value: expected number\n  (input): expected object',
    { issues },
  ],
  [
    'LimitExceededError',
    new LimitExceededError({ path: 'description', limit: 12_000, actual: 13_005, unit: 'characters' }),
    'ERR_LIMIT_EXCEEDED',
    "Cannot fit `description` into the channel: 13005 characters, expected at most 12000. Choose overflow 'split' or 'truncate' to send it all the same.",
    { path: 'description', limit: 12_000, actual: 13_005, unit: 'characters' },
  ],
  [
    'LimitExceededError',
    new LimitExceededError({ path: '', limit: 50, actual: 51, unit: 'blocks' }),
    'ERR_LIMIT_EXCEEDED',
    "Cannot fit the message into the channel: 51 blocks, expected at most 50. Choose overflow 'split' or 'truncate' to send it all the same.",
    { path: '', limit: 50, actual: 51, unit: 'blocks' },
  ],
  [
    'ParserMissingError',
    new ParserMissingError('description', 'markdown', 'Set one.'),
    'ERR_PARSER_MISSING',
    'Cannot read `description` as markdown: the tenant has no parser for it. Set one.',
    { path: 'description', language: 'markdown' },
  ],
  [
    'SanitizeError',
    new SanitizeError({ reason: 'too-deep', path: 'description', detail: 'it nests too deep', cause }),
    'ERR_SANITIZE',
    'Cannot sanitize the HTML of `description`: it nests too deep',
    { reason: 'too-deep', path: 'description', cause },
  ],
  [
    'ActionMalformedError',
    new ActionMalformedError('', 'an object'),
    'ERR_ACTION_MALFORMED',
    'Cannot read the interaction, `(payload)` is not as expected: an object',
    { path: '', expected: 'an object' },
  ],
  [
    'ActionUnsupportedError',
    new ActionUnsupportedError('type', '`block_actions`'),
    'ERR_ACTION_UNSUPPORTED',
    'Cannot read the interaction, `type` names a kind that is not supported, expected `block_actions`',
    { path: 'type', expected: '`block_actions`' },
  ],
  [
    'ActionForgedError',
    new ActionForgedError('actions.0'),
    'ERR_ACTION_FORGED',
    'Cannot accept the action of `actions.0`: its signature does not hold',
    { path: 'actions.0' },
  ],
  [
    'ActionForeignTenantError',
    new ActionForeignTenantError('actions.0'),
    'ERR_ACTION_FOREIGN_TENANT',
    'Cannot accept the action of `actions.0`: it was made for another tenant',
    { path: 'actions.0' },
  ],
  [
    'ActionExpiredError',
    new ActionExpiredError('actions.0', Date.UTC(2026, 10, 20)),
    'ERR_ACTION_EXPIRED',
    'Cannot accept the action of `actions.0`: it could be used until 2026-11-20T00:00:00.000Z',
    { path: 'actions.0', expiredAt: Date.UTC(2026, 10, 20) },
  ],
  [
    'InternalError',
    new InternalError(cause),
    'ERR_INTERNAL',
    'Cannot finish formatting: an unexpected error was thrown, see `cause`',
    { cause },
  ],
];

describe('an error', () => {
  it.each(errors)('%s carries its name, code, message and data', (name, error, code, message, fields) => {
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.message]).toEqual([name, code, message]);
    expect(error).toMatchObject(fields);
  });

  it.each(errors)('%s is recognised with its own code and with no other', (_name, error, code) => {
    expect(isFormatError(error)).toBe(true);
    expect(errors.filter(([, , other]) => isFormatError(error, other as never)).map(([, , other]) => other)).toEqual(
      errors.map(([, , other]) => other).filter((other) => other === code),
    );
  });

  it('hides its brand from whoever lists or prints its members', () => {
    const [, error] = errors[0] ?? [];
    expect(Object.keys(error ?? {})).toEqual(['name', 'code', 'formatter', 'issues']);
  });
});

describe('isFormatError', () => {
  it.each([
    ['another error', new Error('x')],
    ['an object with a code of ours', { code: 'ERR_INPUT_INVALID', issues: [] }],
    ['a code', 'ERR_INPUT_INVALID'],
    ['nothing', undefined],
    ['null', null],
    ['a function', () => 'ERR_INTERNAL'],
  ])('refuses %s', (_what, value) => {
    expect(isFormatError(value)).toBe(false);
    expect(isFormatError(value, 'ERR_INPUT_INVALID')).toBe(false);
  });

  it('recognises errors of another copy of the module, where instanceof does not', async () => {
    vi.resetModules();
    const other = await import('../../src/kernel/errors.js');
    const foreign = new other.OptionsInvalidError(issues);
    expect(foreign instanceof OptionsInvalidError).toBe(false);
    expect(isFormatError(foreign)).toBe(true);
    expect(isFormatError(foreign, 'ERR_OPTIONS_INVALID')).toBe(true);
    expect(isFormatError(foreign, 'ERR_INPUT_INVALID')).toBe(false);
    expect(other.isFormatError(new OptionsInvalidError(issues), 'ERR_OPTIONS_INVALID')).toBe(true);
  });
});

describe('the message of an error about an input', () => {
  const secret = 'hunter2-s3cret';
  const { slack } = createFormatters({ tenantId: 't' });
  const valid = { severity: 'info', title: 'Up', source: 's', startedAt: 0 };

  it.each<[string, object]>([
    ['a severity', { severity: secret }],
    ['a title of the wrong type', { title: [secret] }],
    ['a time', { startedAt: secret }],
    ['a metric', { metrics: { cpu: secret } }],
    ['a metric member', { metrics: { cpu: { value: secret } } }],
    ['a description', { description: { latex: secret } }],
    ['an unknown member', { password: secret }],
    ['an action', { actions: [{ id: 'a', label: secret, kind: secret }] }],
    ['a count', { occurrences: secret }],
    ['a document', { type: 'document', locale: secret, title: 5, children: [{ type: secret }] }],
  ])('never repeats %s', (_what, wrong) => {
    const result = slack.tryFormat({ ...valid, description: secret, ...wrong });
    expect(result.ok).toBe(false);
    const { message, stack } = (result as { error: Error }).error;
    expect(message).toMatch(/^Cannot format the input with `slack`/);
    expect(JSON.stringify([message, stack, result])).not.toContain(secret);
  });
});
