/**
 * ISO 4217 minor units. `Intl` cannot be asked: it prints CLDR's digits, which differ for 29 codes (COP, HUF, IDR and PKR
 * without cents, IQD without fils) and change between engines.
 */

const active = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU ' +
    'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES ' +
    'KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR ' +
    'NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP ' +
    'TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const;

/** Withdrawn since 2020, and still in the figures of past quarters. */
const withdrawn = 'ANG BGN CUC HRK SLL ZWL';

/** Metals, bond units, test and special codes: ISO 4217 gives them no minor unit ("N.A."). */
const withoutMinorUnit = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX';

const digitsByCode: ReadonlyMap<string, number | undefined> = new Map<string, number | undefined>([
  ...Object.entries(active).flatMap(([digits, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(digits)]),
  ),
  ...withdrawn.split(' ').map((code): [string, number] => [code, 2]),
  ...withoutMinorUnit.split(' ').map((code): [string, undefined] => [code, undefined]),
]);

/** All codes that are known, sorted. */
export const currencyCodes: readonly string[] = Object.freeze([...digitsByCode.keys()].sort());

/** Tells whether a code, in capitals, is in ISO 4217. */
export function isCurrency(code: string): boolean {
  return digitsByCode.has(code);
}

/** Number of decimals of the minor unit; undefined for unknown codes and for those that have none (`XAU`, `XDR`). */
export function currencyDigits(code: string): number | undefined {
  return digitsByCode.get(code);
}
