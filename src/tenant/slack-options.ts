/** What a tenant settles about Slack, once, in its configuration. Mentions come from here and from nowhere else. */
import type { Severity } from '../document/nodes.js';
import type { Issue } from '../kernel/errors.js';
import { unknownName } from '../kernel/suggest.js';
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';
import { recordOf } from './record-of.js';

/** Somebody a message may ping, by Slack's own identifier. */
export type SlackMention =
  | { userId: string }
  | { userGroupId: string }
  | { channelId: string }
  | { broadcast: 'here' | 'channel' | 'everyone' };

export type SlackTenantOptions = {
  /** Names that documents and `notify` may use, and whom they ping. */
  mentions?: Record<string, SlackMention>;
  /** Which of the `mentions` a firing alert of each severity pings, 20 at most. */
  notify?: Partial<Record<Severity, string[]>>;
  /**
   * `native`: Slack's date element, shown in the zone and language of each reader's device; `text`: in the tenant's.
   * @default 'native'
   */
  dates?: 'native' | 'text';
  /**
   * `native`: the first two charts of a message are drawn by Slack, where it can; `table`: their numbers. Workspaces get the
   * block one after the other, and whoever has not got it refuses the message.
   *
   * @default 'table'
   */
  charts?: 'native' | 'table';
  /**
   * `data`: a table that readers can sort and turn the pages of; `classic`: one that they only read. Workspaces get data
   * tables one after the other.
   *
   * @default 'classic'
   */
  tables?: 'data' | 'classic';
  /** Most payloads after the first; Slack accepts about one message a second in a channel. @default 5 */
  maxFollowUps?: number;
  /**
   * Budget of escaped characters plus 135 a block in one message. A small one gives way, up to 7,000, where the headline,
   * the mentions, the footer and a single block take more.
   *
   * @default 12000
   */
  maxMessageChars?: number;
};

// Slack's identifiers are upper-case letters and digits with a type letter first; anything else cannot be one.
const id = (letters: string) =>
  z.string().check(z.regex(new RegExp(`^[${letters}][A-Z0-9]{1,30}$`), `a Slack id that starts with ${letters}`));

/** More would leave a message little room, and reach nobody that a group does not. */
const maxNotified = 20;

/** Creates the schema of the options; on demand, since building it takes time that an import must not. */
function createSlackOptionsSchema() {
  const mention = z.union([
    z.strictObject({ userId: id('UW') }),
    z.strictObject({ userGroupId: id('S') }),
    z.strictObject({ channelId: id('CG') }),
    z.strictObject({ broadcast: z.enum(['here', 'channel', 'everyone']) }),
  ]);
  const names = z.optional(
    z.array(z.string()).check(z.refine((list) => list.length <= maxNotified, `at most ${maxNotified} names`)),
  );
  return z.strictObject({
    mentions: z.optional(recordOf(mention)),
    notify: z.optional(z.strictObject({ critical: names, error: names, warning: names, info: names })),
    dates: z.optional(z.enum(['native', 'text'])),
    charts: z.optional(z.enum(['native', 'table'])),
    tables: z.optional(z.enum(['data', 'classic'])),
    maxFollowUps: z.optional(
      z.int().check(z.refine((value) => value >= 0 && value <= 50, 'a whole number from 0 to 50')),
    ),
    maxMessageChars: z.optional(
      z.int().check(z.refine((value) => value >= 2000 && value <= 13000, 'a whole number from 2,000 to 13,000')),
    ),
  });
}

function checkNotify({ mentions = {}, notify = {} }: SlackTenantOptions): Issue[] {
  const known = Object.keys(mentions);
  return Object.entries(notify).flatMap(([severity, names]) =>
    (names ?? []).flatMap((name, index) =>
      known.includes(name) ? [] : [unknownName(`notify.${severity}.${index}`, 'mention', name, known)],
    ),
  );
}

export const slackChannel: ChannelDefinition<'slack', SlackTenantOptions> = {
  id: 'slack',
  schema: createSlackOptionsSchema,
  check: checkNotify,
};
