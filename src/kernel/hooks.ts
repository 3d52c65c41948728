/**
 * What a tenant can observe. Events hold identifiers, counts and sizes, never text; the tenant is a hash.
 * A hook runs inside `format`: keep it short. What it throws reaches the caller.
 */
export type FormatEvent = {
  formatter: string;
  /** A pseudonym of the tenant: 16 hex digits of a SHA-256 over its id. */
  tenant: string;
  locale: string;
  payloads: number;
  /** Size of all payloads in the unit the channel counts in (Slack: escaped UTF-16 units). */
  size: number;
  diagnostics: number;
  correlationId?: string;
};

export type ErrorEvent = { formatter: string; tenant: string; code: string; correlationId?: string };

export type LossEvent = {
  formatter: string;
  tenant: string;
  code: string;
  path: string;
  limit?: number;
  actual?: number;
};

export type CacheEvent = { cache: 'localizer'; tenant: string; hit: boolean };

export type Hooks = {
  format?: (event: FormatEvent) => void;
  error?: (event: ErrorEvent) => void;
  /** Content was cut, dropped or moved to a follow-up. */
  truncation?: (event: LossEvent) => void;
  /** A language or channel feature was replaced by the next best. */
  fallback?: (event: LossEvent) => void;
  cache?: (event: CacheEvent) => void;
};
