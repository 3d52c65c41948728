/**
 * Errors that callers may branch on. Each class carries one code of a closed union and its data as fields.
 *
 * The package is built twice (ESM and CJS), so the same class can exist twice in one process: test errors with
 * {@link isFormatError}, which reads a brand and the code, never with `instanceof`.
 */

/** Stable identifiers of everything that can go wrong. */
export type FormatErrorCode =
  | 'ERR_INPUT_INVALID'
  | 'ERR_OPTIONS_INVALID'
  | 'ERR_CONFIG_INVALID'
  | 'ERR_LIMIT_EXCEEDED'
  | 'ERR_PARSER_MISSING'
  | 'ERR_PHONE_NUMBER_INVALID'
  | 'ERR_SANITIZE'
  | 'ERR_DECOMPRESS'
  | 'ERR_ACTION_MALFORMED'
  | 'ERR_ACTION_UNSUPPORTED'
  | 'ERR_ACTION_FORGED'
  | 'ERR_ACTION_FOREIGN_TENANT'
  | 'ERR_ACTION_EXPIRED'
  | 'ERR_INTERNAL';

/** One thing that is wrong with a value: where it is, what was expected there. `message` never holds the value itself. */
export type Issue = {
  /** Dotted path into the input, `''` for the input itself: `metrics.cpu.value`. */
  path: string;
  message: string;
  /** What would have been accepted, when it can be said in a few words. */
  expected?: string;
  /** How the value begins, for cells of data; no message repeats it. */
  received?: string;
};

const brand = Symbol.for('channel-formatters.error');

/** Base of all errors of this package. `message` never holds payload content, personal data or secrets. */
export abstract class FormatError extends Error {
  abstract readonly code: FormatErrorCode;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    Object.defineProperty(this, brand, { value: true });
  }
}

const describe = (issues: readonly Issue[]): string =>
  issues.map((issue) => `  ${issue.path === '' ? '(input)' : issue.path}: ${issue.message}`).join('\n');

/**
 * The input does not match the formatter's schema. All issues are reported at once.
 *
 * @example
 * ```ts
 * import { isFormatError } from 'channel-formatters';
 *
 * export function describeFailure(error: unknown): string {
 *   if (isFormatError(error, 'ERR_INPUT_INVALID')) return error.issues.map((issue) => issue.path).join(', ');
 *   throw error;
 * }
 * ```
 */
export class InputInvalidError extends FormatError {
  override readonly code = 'ERR_INPUT_INVALID';
  readonly formatter: string;
  readonly issues: readonly Issue[];

  constructor(formatter: string, issues: readonly Issue[]) {
    super(`Cannot format the input with \`${formatter}\`, it does not match the schema:\n${describe(issues)}`);
    this.formatter = formatter;
    this.issues = issues;
  }
}

/** A per-call option is wrong: an unknown locale or time zone, an unknown overflow policy. */
export class OptionsInvalidError extends FormatError {
  override readonly code = 'ERR_OPTIONS_INVALID';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(`Cannot use the format options:\n${describe(issues)}`);
    this.issues = issues;
  }
}

/** The tenant configuration or the formatter registry is wrong. Raised once, when it is created. */
export class ConfigInvalidError extends FormatError {
  override readonly code = 'ERR_CONFIG_INVALID';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(`Cannot use the tenant configuration:\n${describe(issues)}`);
    this.issues = issues;
  }
}

/** The payload would go over a limit of the channel, and `overflow: 'error'` was asked for. */
export class LimitExceededError extends FormatError {
  override readonly code = 'ERR_LIMIT_EXCEEDED';
  readonly path: string;
  readonly limit: number;
  readonly actual: number;
  readonly unit: string;

  constructor(data: { path: string; limit: number; actual: number; unit: string }) {
    const what = data.path === '' ? 'the message' : `\`${data.path}\``;
    super(
      `Cannot fit ${what} into the channel: ${data.actual} ${data.unit}, expected at most ${data.limit}. ` +
        "Choose overflow 'split' or 'truncate' to send it all the same.",
    );
    this.path = data.path;
    this.limit = data.limit;
    this.actual = data.actual;
    this.unit = data.unit;
  }
}

/** The input holds Markdown or HTML and the tenant has no parser for it. */
export class ParserMissingError extends FormatError {
  override readonly code = 'ERR_PARSER_MISSING';
  readonly path: string;
  readonly language: 'markdown' | 'html';

  constructor(path: string, language: 'markdown' | 'html', remedy: string) {
    super(`Cannot read \`${path}\` as ${language}: the tenant has no parser for it. ${remedy}`);
    this.path = path;
    this.language = language;
  }
}

/**
 * HTML was refused, or the sanitizer cannot be trusted or loaded.
 *
 * `too-large`, `too-many-tags` and `too-deep`: the fragment would take too long. `budget`: too many fragments at one go,
 * see `sanitizeMany`. `unsupported`: the DOM does not behave as the sanitizer needs it to. `unavailable`: a package is
 * missing or does not load here.
 */
export class SanitizeError extends FormatError {
  override readonly code = 'ERR_SANITIZE';
  readonly reason: 'too-large' | 'too-many-tags' | 'too-deep' | 'budget' | 'unsupported' | 'unavailable';
  /** Where in the input the fragment is, `''` if nobody said. */
  readonly path: string;

  constructor(data: { reason: SanitizeError['reason']; path: string; detail: string; cause?: unknown }) {
    const what = data.path === '' ? 'HTML' : `the HTML of \`${data.path}\``;
    super(`Cannot sanitize ${what}: ${data.detail}`, 'cause' in data ? { cause: data.cause } : undefined);
    this.reason = data.reason;
    this.path = data.path;
  }
}

/** What came back from a channel is no interaction that this package could have caused: a part is missing or of another kind. */
export class ActionMalformedError extends FormatError {
  override readonly code = 'ERR_ACTION_MALFORMED';
  /** Dotted path into the payload, `''` for the payload itself. */
  readonly path: string;
  readonly expected: string;

  constructor(path: string, expected: string) {
    super(`Cannot read the interaction, \`${path === '' ? '(payload)' : path}\` is not as expected: ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

/** An interaction of a kind that carries no action of this package, such as a shortcut or a user menu. */
export class ActionUnsupportedError extends FormatError {
  override readonly code = 'ERR_ACTION_UNSUPPORTED';
  readonly path: string;
  readonly expected: string;

  constructor(path: string, expected: string) {
    super(`Cannot read the interaction, \`${path}\` names a kind that is not supported, expected ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

/** The signature of an action does not hold: it was made up or changed on its way, or its key is no longer listed. */
export class ActionForgedError extends FormatError {
  override readonly code = 'ERR_ACTION_FORGED';
  readonly path: string;

  constructor(path: string) {
    super(`Cannot accept the action of \`${path}\`: its signature does not hold`);
    this.path = path;
  }
}

/** The action belongs to another tenant than the verifier. */
export class ActionForeignTenantError extends FormatError {
  override readonly code = 'ERR_ACTION_FOREIGN_TENANT';
  readonly path: string;

  constructor(path: string) {
    super(`Cannot accept the action of \`${path}\`: it was made for another tenant`);
    this.path = path;
  }
}

/** The action is genuine and too old. */
export class ActionExpiredError extends FormatError {
  override readonly code = 'ERR_ACTION_EXPIRED';
  readonly path: string;
  /** Epoch milliseconds. */
  readonly expiredAt: number;

  constructor(path: string, expiredAt: number) {
    super(`Cannot accept the action of \`${path}\`: it could be used until ${new Date(expiredAt).toISOString()}`);
    this.path = path;
    this.expiredAt = expiredAt;
  }
}

/**
 * Compressed bytes were refused. `too-large`: more would come out than the caller allows. `corrupt`: they are damaged, or
 * something else. `dictionary`: they need one that was not given, or another one.
 */
export class DecompressError extends FormatError {
  override readonly code = 'ERR_DECOMPRESS';
  readonly reason: 'too-large' | 'corrupt' | 'dictionary';

  constructor(reason: DecompressError['reason'], detail: string, cause?: unknown) {
    super(`Cannot decompress the bytes: ${detail}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

/** A number to send to or from is none, or breaks the rules for senders. The number itself is personal data and not in it. */
export class PhoneNumberInvalidError extends FormatError {
  override readonly code = 'ERR_PHONE_NUMBER_INVALID';
  /** Which option it is. */
  readonly path: 'to' | 'from';
  readonly expected: string;

  constructor(path: 'to' | 'from', expected: string) {
    super(`Cannot address a message: \`${path}\` is not a valid number, expected ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

/** A defect: of this package, or of a port or hook that threw. The original error is the `cause`. */
export class InternalError extends FormatError {
  override readonly code = 'ERR_INTERNAL';

  constructor(cause: unknown) {
    super('Cannot finish formatting: an unexpected error was thrown, see `cause`', { cause });
  }
}

/** Every error this package throws on purpose, for exhaustive `switch (error.code)`. */
export type AnyFormatError =
  | InputInvalidError
  | OptionsInvalidError
  | ConfigInvalidError
  | LimitExceededError
  | ParserMissingError
  | PhoneNumberInvalidError
  | SanitizeError
  | DecompressError
  | ActionMalformedError
  | ActionUnsupportedError
  | ActionForgedError
  | ActionForeignTenantError
  | ActionExpiredError
  | InternalError;

/** Tells whether a value is an error of this package, of the given code if one is given. Works across both builds. */
export function isFormatError(value: unknown): value is AnyFormatError;
export function isFormatError<Code extends FormatErrorCode>(
  value: unknown,
  code: Code,
): value is Extract<AnyFormatError, { code: Code }>;
export function isFormatError(value: unknown, code?: FormatErrorCode): boolean {
  if (typeof value !== 'object' || value === null || !(brand in value)) return false;
  return code === undefined || (value as { code?: unknown }).code === code;
}
