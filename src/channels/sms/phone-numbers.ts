/** Phone numbers by the rules of every country. The only file that names libphonenumber-js, an optional peer. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneNumbers } from '../../tenant/sms-options.js';

/** What {@link createPhoneNumbers} takes. */
export type PhoneNumberOptions = {
  /** ISO 3166-1 alpha-2, for numbers without a country code: `FR` reads `06 12 34 56 78`. @default none, such numbers are refused */
  defaultCountry?: string;
};

/**
 * Creates a checker that knows which numbers exist, for `channels.sms.phoneNumbers` of a tenant. Needs the package
 * `libphonenumber-js`; it reads its full metadata, of 145 kB.
 *
 * @throws TypeError for a country that does not exist
 * @example
 * ```ts
 * import { createFormatters } from 'channel-formatters';
 * import { createPhoneNumbers } from 'channel-formatters/phone-numbers';
 *
 * const phoneNumbers = createPhoneNumbers({ defaultCountry: 'FR' });
 * const { sms } = createFormatters({ tenantId: 'label_42', channels: { sms: { phoneNumbers } } });
 * console.log(sms.id, phoneNumbers('06 12 34 56 78'));
 * ```
 */
export function createPhoneNumbers({ defaultCountry }: PhoneNumberOptions = {}): PhoneNumbers {
  const country = defaultCountry?.toUpperCase();
  if (country !== undefined && !isSupportedCountry(country)) {
    throw new TypeError(`Cannot check phone numbers: \`${defaultCountry}\` is no country, expected ISO 3166-1 alpha-2`);
  }
  const options: { extract: false; defaultCountry?: CountryCode } = { extract: false };
  if (country !== undefined) options.defaultCountry = country as CountryCode;
  return (number) => {
    const parsed = parsePhoneNumberFromString(number, options);
    return parsed?.isValid() === true && parsed.ext === undefined ? parsed.number : undefined;
  };
}
