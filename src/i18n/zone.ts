/** Time zone ids. */

/**
 * Tells whether the runtime knows an IANA zone. Asks by constructing: `Intl.supportedValuesOf('timeZone')` lacks `UTC` and
 * half of the links (`Asia/Kolkata`, `Europe/Kyiv`), all of them valid.
 */
export function isTimeZone(id: string): boolean {
  // Offsets (`+05:30`) are no IANA ids, and runtimes accept them only since Node 22: one answer for all.
  if (!/^[a-z]/i.test(id)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: id }) !== undefined;
  } catch {
    return false;
  }
}

const utcNames: ReadonlySet<string> = new Set(
  'utc gmt uct zulu universal greenwich gmt0 gmt+0 gmt-0 etc/utc etc/gmt etc/uct etc/zulu etc/universal etc/greenwich etc/gmt0 etc/gmt+0 etc/gmt-0'.split(
    ' ',
  ),
);

/** Tells whether a zone is Universal Time all year, under any of its names. */
export function isUtc(id: string): boolean {
  return utcNames.has(id.toLowerCase());
}
