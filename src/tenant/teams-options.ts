/** What a tenant settles about Microsoft Teams, once, in its configuration. Mentions come from here and from nowhere else. */
import type { Severity } from '../document/nodes.js';
import type { Issue } from '../kernel/errors.js';
import { unknownName } from '../kernel/suggest.js';
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';
import { recordOf } from './record-of.js';

/** Somebody a card may ping. */
export type TeamsMention = {
  /** Entra object id, user principal name, or Teams' own id of a user (`29:…`). */
  id: string;
  /** As shown after the `@`. */
  name: string;
};

export type TeamsTenantOptions = {
  /**
   * Where cards go. `workflow`: a Workflows webhook; `card`: a flow or an API that wants the bare card; `botActivity`: a bot,
   * which alone hears of buttons.
   *
   * @default 'workflow'
   */
  envelope?: 'workflow' | 'card' | 'botActivity';
  /** Names that documents and `notify` may use, and whom they ping. */
  mentions?: Record<string, TeamsMention>;
  /** Which of the `mentions` a firing alert of each severity pings, 20 at most. */
  notify?: Partial<Record<Severity, string[]>>;
  /** How a bot hears of a button: `Action.Execute` (an invoke) or `Action.Submit` (a message). @default 'execute' */
  botActions?: 'execute' | 'submit';
  /**
   * `native`: charts are drawn by Teams, where it can, and hosts that have no charts show their numbers; `table`: their
   * numbers everywhere.
   *
   * @default 'native'
   */
  charts?: 'native' | 'table';
  /** Most payloads after the first. @default 5 */
  maxFollowUps?: number;
  /** Budget of one message in UTF-8 bytes, from 12,000 to 28,672. @default 20000 */
  maxMessageBytes?: number;
  /** Budget of one message in UTF-16 units, from 10,000 to 28,672. @default 14000 */
  maxMessageUnits?: number;
};

/** GUID of Entra, user principal name (RFC 5322 without quoting), or Teams' own id. */
const userId = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\w.%+-]{1,64}@[A-Za-z\d.-]{1,100}|29:[\w-]{1,200})$/i;

/** Letters of any script and the marks of names: nothing that Markdown or the tags of a mention are made of. */
const userName = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,'’()@/-]{0,58}[\p{L}\p{M}\p{N}.)])?$/u;

/** More would leave a card little room, and reach nobody that a channel does not. */
const maxNotified = 20;

const within = (min: number, max: number) =>
  z.int().check(z.refine((value) => value >= min && value <= max, `a whole number from ${min} to ${max}`));

/** Creates the schema of the options; on demand, since building it takes time that an import must not. */
function createTeamsOptionsSchema() {
  const mention = z.strictObject({
    id: z.string().check(z.regex(userId, 'an Entra object id, a user principal name, or an id that starts with 29:')),
    name: z.string().check(z.regex(userName, 'a name of at most 60 letters, digits and . , - / @ ( )')),
  });
  const names = z.optional(
    z.array(z.string()).check(z.refine((list) => list.length <= maxNotified, `at most ${maxNotified} names`)),
  );
  return z.strictObject({
    envelope: z.optional(z.enum(['workflow', 'card', 'botActivity'])),
    mentions: z.optional(recordOf(mention)),
    notify: z.optional(z.strictObject({ critical: names, error: names, warning: names, info: names })),
    botActions: z.optional(z.enum(['execute', 'submit'])),
    charts: z.optional(z.enum(['native', 'table'])),
    maxFollowUps: z.optional(within(0, 50)),
    maxMessageBytes: z.optional(within(12_000, 28_672)),
    maxMessageUnits: z.optional(within(10_000, 28_672)),
  });
}

function checkNotify({ mentions = {}, notify = {} }: TeamsTenantOptions): Issue[] {
  const known = Object.keys(mentions);
  return Object.entries(notify).flatMap(([severity, names]) =>
    (names ?? []).flatMap((name, index) =>
      known.includes(name) ? [] : [unknownName(`notify.${severity}.${index}`, 'mention', name, known)],
    ),
  );
}

/** Teams finds whom a text means by the name: one name cannot mean two. */
function checkNames({ mentions = {} }: TeamsTenantOptions): Issue[] {
  const ids = new Map<string, string>();
  return Object.entries(mentions).flatMap(([ref, { id, name }]) => {
    const other = ids.get(name);
    ids.set(name, id);
    if (other === undefined || other === id) return [];
    return [{ path: `mentions.${ref}.name`, message: 'the name of another mention', expected: 'a name of its own' }];
  });
}

export const teamsChannel: ChannelDefinition<'teams', TeamsTenantOptions> = {
  id: 'teams',
  schema: createTeamsOptionsSchema,
  check: (options) => [...checkNotify(options), ...checkNames(options)],
};
