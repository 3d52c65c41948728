/** The shapes that every formatter shares. */
import type { Diagnostic } from './diagnostics.js';
import type { AnyFormatError } from './errors.js';
import type { Schema } from './schema.js';

/** What a formatter returns. */
export type Formatted<Payload> = {
  /** Goes into the client's call as it is. */
  payload: Payload;
  /** Further payloads to send after it, in order; empty unless the content did not fit. */
  followUps: Payload[];
  /** Everything that was cut, dropped, split or replaced. Empty means nothing was. */
  diagnostics: Diagnostic[];
};

/** Success or failure as a value. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AnyFormatError };

/** How a payload that does not fit is treated: follow-ups, a cut with a note, or an error. */
export type Overflow = 'split' | 'truncate' | 'error';

/** Options of one call. They replace the tenant's settings, they never merge with them. */
export type FormatOptions = {
  /** BCP 47 tag (a POSIX tag such as `fr_FR` is accepted). @default the tenant's locale */
  locale?: string;
  /** IANA zone. @default the tenant's time zone */
  timeZone?: string;
  /** The present, epoch milliseconds. @default the tenant's clock; without either no "5 minutes ago" is written */
  now?: number;
  /** @default 'split' */
  overflow?: Overflow;
  /** Travels with the payload where the channel has a place for it. */
  correlationId?: string;
};

/** Turns typed domain objects into payloads. Stateless, synchronous, deterministic. */
export interface Formatter<Input, Payload, Options extends FormatOptions = FormatOptions> {
  readonly id: string;
  /** What an input has to be: `schema.safeParse` refuses what `format` refuses as `ERR_INPUT_INVALID`. */
  readonly schema: Schema<Input>;
  /** Formats a valid input. @throws FormatError when the input or an option is wrong */
  format(input: Input, options?: Options): Formatted<Payload>;
  /** Validates and formats. Never throws. */
  tryFormat(input: unknown, options?: Options): Result<Formatted<Payload>>;
  /**
   * One result an input, in order: the primitive for queues, streams and worker pools. Never throws, whatever inputs,
   * options and the iterable are up to. Where the iterable throws, a last result says so: `ERR_INTERNAL`, with what was
   * thrown as its `cause`.
   *
   * @throws TypeError where there is no iterable at all, which is a mistake of the program
   */
  formatMany(inputs: Iterable<unknown>, options?: Options): Result<Formatted<Payload>>[];
}
