/** What has been reported already, so that a reason is given once a path, however many values are concerned. */

/**
 * The paths of each reason: nearly always one. Looked up by two texts that are there, as one put together of both would be
 * written and hashed each time.
 */
export type Reported = Map<string, string | Set<string>>;

/** Tells whether a reason was given for a path, and remembers it. */
export function wasReported(reported: Reported, reason: string, path: string): boolean {
  const known = reported.get(reason);
  if (known === undefined) reported.set(reason, path);
  else if (typeof known !== 'string') {
    if (known.has(path)) return true;
    known.add(path);
  } else if (known === path) return true;
  else reported.set(reason, new Set([known, path]));
  return false;
}
