/** Who a message is for and who it is from. */
import { type Issue, OptionsInvalidError, PhoneNumberInvalidError } from '../../kernel/errors.js';
import { expectedSms, isE164, type SenderKind, type SmsTenantOptions, senderKind } from '../../tenant/sms-options.js';

/** Options of one SMS call. */
export type SmsCallOptions = {
  /** The recipient's number, E.164; with `phoneNumbers` in the tenant's options whatever that takes. */
  to?: string;
  /** @default the tenant's */
  from?: string;
};

/** The names of these options. */
export const smsOptionKeys: readonly (keyof SmsCallOptions)[] = ['to', 'from'];

export type Addresses = {
  readonly to: string | undefined;
  readonly from: string | undefined;
  readonly kind: SenderKind | undefined;
};

function checkKinds(options: SmsCallOptions): void {
  const issues: Issue[] = [];
  for (const key of smsOptionKeys) {
    if (options[key] === undefined || typeof options[key] === 'string') continue;
    issues.push({ path: key, message: 'expected string', expected: 'string' });
  }
  if (issues.length > 0) throw new OptionsInvalidError(issues);
}

/** A number as E.164. A checker of the caller's own is not trusted to return one. */
function toE164(number: string, phoneNumbers: SmsTenantOptions['phoneNumbers']): string | undefined {
  const checked = phoneNumbers === undefined ? number : phoneNumbers(number);
  return checked !== undefined && isE164(checked) ? checked : undefined;
}

/** Checks the numbers of one call. @throws OptionsInvalidError, PhoneNumberInvalidError */
export function readAddresses(given: SmsCallOptions, { from: tenantFrom, phoneNumbers }: SmsTenantOptions): Addresses {
  checkKinds(given);
  const to = given.to === undefined ? undefined : toE164(given.to, phoneNumbers);
  if (given.to !== undefined && to === undefined) throw new PhoneNumberInvalidError('to', expectedSms.to);
  const wanted = given.from ?? tenantFrom;
  if (wanted === undefined) return { to, from: undefined, kind: undefined };
  const kind = senderKind(wanted);
  const from = kind === 'number' ? toE164(wanted, phoneNumbers) : wanted;
  if (kind === undefined || from === undefined) throw new PhoneNumberInvalidError('from', expectedSms.from);
  return { to, from, kind };
}

/** Whether the one who reads a message can answer it: nobody can write back to a name. */
export const canReplyTo = ({ kind }: Addresses): boolean => kind !== 'name';
