import {
  type ChannelInput,
  createFormatters,
  type EmailAlertFormatter,
  isFormatError,
  type SlackAlertFormatter,
  type SlackPayload,
} from 'channel-formatters';
import { createFormatters as createBare } from 'channel-formatters/factory';
import { slack } from 'channel-formatters/slack';
import { describe, expectTypeOf, it } from 'vitest';

const formatters = createFormatters({ tenantId: 'label_42' });

describe('the factory', () => {
  it('types its members exactly', () => {
    expectTypeOf(formatters.slack).toEqualTypeOf<SlackAlertFormatter>();
    expectTypeOf(formatters.create('slack')).toEqualTypeOf<SlackAlertFormatter>();
    expectTypeOf(formatters.create('email')).toEqualTypeOf<EmailAlertFormatter>();
    expectTypeOf<Parameters<typeof formatters.create>[0]>().toEqualTypeOf<
      Exclude<keyof typeof formatters, 'create' | 'tenant'>
    >();
  });

  it('refuses ids that are not registered', () => {
    // @ts-expect-error there is no such formatter
    formatters.create('slak');
    // @ts-expect-error nor such a member
    formatters.slak;
    const bare = createBare({ tenantId: 'label_42' }, { slack });
    expectTypeOf(bare.create('slack')).toEqualTypeOf<SlackAlertFormatter>();
    // @ts-expect-error e-mail is not in this registry
    bare.create('email');
  });

  it('refuses inputs and options of another shape', () => {
    // @ts-expect-error an alert has a source and a start
    formatters.slack.format({ severity: 'critical', title: 'x' });
    const alert = { severity: 'critical', title: 'x', source: 'y', startedAt: 0 } as const;
    // @ts-expect-error no such policy
    formatters.slack.format(alert, { overflow: 'spilt' });
    // @ts-expect-error a ts is a text
    formatters.slack.format(alert, { threadTs: 1795167000.0001 });
    expectTypeOf(formatters.slack.format(alert).payload).toEqualTypeOf<SlackPayload>();
  });

  it('types what a schema makes of an unknown value as an input', () => {
    const parsed = formatters.slack.schema.safeParse({});
    if (!parsed.success) return;
    expectTypeOf(parsed.data).toEqualTypeOf<ChannelInput>();
    expectTypeOf(formatters.slack.format).toBeCallableWith(parsed.data);
  });

  it('narrows results and errors', () => {
    const result = formatters.slack.tryFormat(undefined);
    if (result.ok) expectTypeOf(result.value.followUps).toEqualTypeOf<SlackPayload[]>();
    else if (isFormatError(result.error, 'ERR_LIMIT_EXCEEDED')) expectTypeOf(result.error.actual).toBeNumber();
  });
});
