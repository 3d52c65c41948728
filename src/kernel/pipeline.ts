/**
 * Formatters in pipelines: one result an item, in order, from async iterables and Web streams.
 *
 * Items that are at hand at the same time are formatted as one batch; nothing waits for a batch to become full, and no
 * timer runs.
 */
import type { FormatOptions, Formatted, Formatter, Result } from './result.js';

export type PipelineOptions<Options extends FormatOptions> = {
  /** For every item. */
  options?: Options;
  /** The most items that are formatted before anything else gets its turn on this thread. @default 64 */
  maxBatchItems?: number;
};

const defaultBatchItems = 64;
/** An item that is at hand resolves within so many turns of the microtask queue, also through an async generator. */
const turns = 8;

const later = Symbol('later');

/** Waits for a promise, but no longer than for what is already under way. */
async function ifAtHand<Value>(promise: Promise<Value>): Promise<Value | typeof later> {
  let settled = false;
  const mark = (): void => {
    settled = true;
  };
  promise.then(mark, mark);
  for (let turn = 0; turn < turns && !settled; turn++) await undefined;
  return settled ? promise : later;
}

function checkBatchItems(maxBatchItems: number): number {
  if (Number.isSafeInteger(maxBatchItems) && maxBatchItems >= 1) return maxBatchItems;
  throw new TypeError('Cannot make a pipeline, expected `maxBatchItems` to be a whole number from 1');
}

/** An iterator of either kind as one of promises. */
function toAsync(source: Iterable<unknown> | AsyncIterable<unknown>): AsyncIterator<unknown> {
  if (Symbol.asyncIterator in source) return source[Symbol.asyncIterator]();
  const iterator = source[Symbol.iterator]();
  return {
    next: async () => iterator.next(),
    return: async () => {
      iterator.return?.();
      return { done: true, value: undefined };
    },
  };
}

/**
 * Formats what a source yields, one result an item, in order.
 *
 * An item that cannot be formatted is a result with `ok: false`. An error of the source itself is thrown, after the results
 * of all items before it. A consumer that stops early closes the source.
 *
 * @example
 * ```ts
 * import { fr } from 'channel-formatters/locales/fr';
 * import { SlackAlertFormatter } from 'channel-formatters/slack';
 * import { formatEach } from 'channel-formatters/stream';
 *
 * const slack = new SlackAlertFormatter({ tenantId: 'label_42', locale: 'fr', locales: [fr] });
 * for await (const result of formatEach(slack, [{ severity: 'critical' }])) console.log(result.ok);
 * ```
 */
export async function* formatEach<Payload, Options extends FormatOptions>(
  formatter: Pick<Formatter<never, Payload, Options>, 'formatMany'>,
  source: Iterable<unknown> | AsyncIterable<unknown>,
  { options, maxBatchItems = defaultBatchItems }: PipelineOptions<Options> = {},
): AsyncGenerator<Result<Formatted<Payload>>, void, undefined> {
  const most = checkBatchItems(maxBatchItems);
  const iterator = toAsync(source);
  let isOpen = true;
  let next = iterator.next();
  try {
    while (isOpen) {
      const batch: unknown[] = [];
      let failure: { error: unknown } | undefined;
      try {
        while (batch.length < most) {
          const step = batch.length === 0 ? await next : await ifAtHand(next);
          if (step === later) break;
          isOpen = step.done !== true;
          if (!isOpen) break;
          batch.push(step.value);
          next = iterator.next();
        }
      } catch (error) {
        // The source ended by itself; it needs no closing.
        isOpen = false;
        failure = { error };
      }
      yield* formatter.formatMany(batch, options);
      if (failure !== undefined) throw failure.error;
    }
  } finally {
    if (isOpen) {
      // The item that was asked for in advance: its failure is nobody's any more.
      next.catch(() => undefined);
      await iterator.return?.();
    }
  }
}

/**
 * Makes a Web `TransformStream` of a formatter: items in, one result an item out, in order.
 *
 * @example
 * ```ts
 * import { fr } from 'channel-formatters/locales/fr';
 * import { SlackAlertFormatter } from 'channel-formatters/slack';
 * import { createFormatStream } from 'channel-formatters/stream';
 *
 * const slack = new SlackAlertFormatter({ tenantId: 'label_42', locale: 'fr', locales: [fr] });
 * export const results = (alerts: ReadableStream<unknown>) => alerts.pipeThrough(createFormatStream(slack));
 * ```
 */
export function createFormatStream<Payload, Options extends FormatOptions>(
  formatter: Pick<Formatter<never, Payload, Options>, 'formatMany'>,
  { options, maxBatchItems = defaultBatchItems }: PipelineOptions<Options> = {},
): TransformStream<unknown, Result<Formatted<Payload>>> {
  const most = checkBatchItems(maxBatchItems);
  let batch: unknown[] = [];
  type Controller = TransformStreamDefaultController<Result<Formatted<Payload>>>;
  const emit = (controller: Controller): void => {
    const items = batch;
    batch = [];
    for (const result of formatter.formatMany(items, options)) controller.enqueue(result);
  };
  const emitSoon = async (controller: Controller): Promise<void> => {
    for (let turn = 0; turn < turns; turn++) await undefined;
    if (batch.length > 0) emit(controller);
  };
  return new TransformStream<unknown, Result<Formatted<Payload>>>({
    transform: (item, controller) => {
      batch.push(item);
      if (batch.length >= most) emit(controller);
      // A stream that was cancelled meanwhile takes nothing any more.
      else if (batch.length === 1) emitSoon(controller).catch(() => undefined);
    },
    flush: emit,
  });
}
