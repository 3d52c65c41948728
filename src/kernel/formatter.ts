/** The one base of all formatters: results instead of exceptions, batches, hooks. What is formatted is the subclass's matter. */
import type { Diagnostic, DiagnosticCode } from './diagnostics.js';
import {
  type AnyFormatError,
  type FormatErrorCode,
  InputInvalidError,
  InternalError,
  isFormatError,
} from './errors.js';
import type { Hooks } from './hooks.js';
import { toIssues } from './issues.js';
import type { FormatOptions, Formatted, Formatter, Result } from './result.js';
import type { Schema } from './schema.js';

/** What a subclass hands back for one input. */
export type Produced<Payload> = {
  readonly payload: Payload;
  readonly followUps: Payload[];
  readonly locale: string;
  readonly size: number;
};

/** Who is being formatted for, as far as observers may know. */
export type Observed = { readonly hooks: Hooks | undefined; readonly tenantHash: string };

const lossHooks: Partial<Record<DiagnosticCode, 'truncation' | 'fallback'>> = {
  truncated: 'truncation',
  split: 'truncation',
  dropped: 'truncation',
  fallback: 'fallback',
  'locale-fallback': 'fallback',
};

/** Validates a value; `path` is where in the input it was found. @throws InputInvalidError with all issues at once */
export function validate<Output>(
  formatter: string,
  schema: Schema<Output>,
  value: unknown,
  path: readonly string[] = [],
): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputInvalidError(formatter, toIssues(parsed.error.issues, path));
}

/** What was thrown as an error that callers may branch on. Anything can be thrown, even what refuses to be looked at. */
function toFormatError(thrown: unknown): AnyFormatError {
  try {
    if (isFormatError(thrown)) return thrown;
  } catch {
    // A proxy whose traps throw.
  }
  return new InternalError(thrown);
}

export abstract class FormatterBase<Input, Payload, Options extends FormatOptions>
  implements Formatter<Input, Payload, Options>
{
  abstract readonly id: string;
  abstract readonly schema: Schema<Input>;
  readonly #observed: Observed;

  constructor(observed: Observed) {
    this.#observed = observed;
  }

  /** Validates, composes and renders one input. Pushes what had to give into `diagnostics`. */
  protected abstract produce(
    input: unknown,
    options: Options | undefined,
    diagnostics: Diagnostic[],
  ): Produced<Payload>;

  format(input: Input, options?: Options): Formatted<Payload> {
    return this.#run(input, options);
  }

  tryFormat(input: unknown, options?: Options): Result<Formatted<Payload>> {
    try {
      return { ok: true, value: this.#run(input, options) };
    } catch (error) {
      return { ok: false, error: toFormatError(error) };
    }
  }

  formatMany(inputs: Iterable<unknown>, options?: Options): Result<Formatted<Payload>>[] {
    if (typeof inputs?.[Symbol.iterator] !== 'function') {
      throw new TypeError('Cannot format many inputs, expected an iterable of them');
    }
    const results: Result<Formatted<Payload>>[] = [];
    try {
      for (const input of inputs) results.push(this.tryFormat(input, options));
    } catch (error) {
      // `tryFormat` throws nothing, so the iterable did. What it gave until then is kept.
      results.push({ ok: false, error: new InternalError(error) });
    }
    return results;
  }

  #run(input: unknown, options: Options | undefined): Formatted<Payload> {
    const diagnostics: Diagnostic[] = [];
    const { hooks } = this.#observed;
    if (hooks === undefined) {
      const { payload, followUps } = this.produce(input, options, diagnostics);
      return { payload, followUps, diagnostics };
    }
    try {
      const produced = this.produce(input, options, diagnostics);
      this.#observe(hooks, produced, diagnostics, options);
      return { payload: produced.payload, followUps: produced.followUps, diagnostics };
    } catch (error) {
      this.#observeError(hooks, toFormatError(error).code, options);
      throw error;
    }
  }

  #observe(hooks: Hooks, produced: Produced<Payload>, diagnostics: Diagnostic[], options: Options | undefined): void {
    const tenant = this.#observed.tenantHash;
    hooks.format?.({
      formatter: this.id,
      tenant,
      locale: produced.locale,
      payloads: 1 + produced.followUps.length,
      size: produced.size,
      diagnostics: diagnostics.length,
      ...(options?.correlationId !== undefined && { correlationId: options.correlationId }),
    });
    for (const { code, path, limit, actual } of diagnostics) {
      const hook = lossHooks[code];
      if (hook === undefined) continue;
      hooks[hook]?.({
        formatter: this.id,
        tenant,
        code,
        path,
        ...(limit !== undefined && { limit }),
        ...(actual !== undefined && { actual }),
      });
    }
  }

  #observeError(hooks: Hooks, code: FormatErrorCode, options: Options | undefined): void {
    hooks.error?.({
      formatter: this.id,
      tenant: this.#observed.tenantHash,
      code,
      ...(options?.correlationId !== undefined && { correlationId: options.correlationId }),
    });
  }
}
