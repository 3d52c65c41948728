/** How a tenant signs the actions in its messages, so that what comes back can be told from what somebody made up. */
import { createMacKey, isMacKey, type MacKey } from '../kernel/hash.js';
import * as z from '../kernel/zod.js';

/** A secret of at least 32 bytes; a text counts as its UTF-8 bytes. The configuration keeps it as an opaque {@link MacKey}. */
export type ActionKey = string | Uint8Array | MacKey;

export type ActionTenantOptions = {
  /** Signs the ids of actions with HMAC-SHA256. Without it, ids are plain and anybody can make them up. */
  key: ActionKey;
  /** Keys that no longer sign and still verify, so that buttons in older messages go on working. */
  previousKeys?: readonly ActionKey[];
  /**
   * How long an action can be used. Needs a `clock` or the option `now`: where the present is not known, actions do not
   * expire.
   *
   * @default 604800000 (7 days)
   */
  ttlMs?: number;
};

/** RFC 2104, section 3: keys shorter than the hash weaken it. */
const minKeyBytes = 32;

const encoder = /* @__PURE__ */ new TextEncoder();

function isActionKey(value: unknown): boolean {
  if (typeof value === 'string') return encoder.encode(value).length >= minKeyBytes;
  return isMacKey(value) || (value instanceof Uint8Array && value.length >= minKeyBytes);
}

/** Creates the schema of the options; on demand, since building it takes time that an import must not. */
export function createActionOptionsSchema() {
  const key = z.custom<ActionKey>(isActionKey, `a key of at least ${minKeyBytes} bytes`).check(
    z.check((payload) => {
      const { value } = payload;
      // Bytes could be changed by their owner later, and a text would end up in logs.
      if (isActionKey(value) && !isMacKey(value)) payload.value = createMacKey(value);
    }),
  );
  return z.strictObject({
    key,
    previousKeys: z.optional(z.array(key)),
    ttlMs: z.optional(z.int().check(z.refine((value) => value >= 1000, 'at least 1,000 milliseconds'))),
  });
}
