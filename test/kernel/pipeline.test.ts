import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { InternalError } from '../../src/kernel/errors.js';
import { createFormatStream, formatEach } from '../../src/kernel/pipeline.js';
import type { Formatted, Result } from '../../src/kernel/result.js';

/** Doubles numbers, refuses anything else, and notes how many it was given at a time. */
function doubler() {
  const batches: number[] = [];
  return {
    batches,
    formatMany: (inputs: Iterable<unknown>): Result<Formatted<number>>[] => {
      const items = [...inputs];
      batches.push(items.length);
      return items.map((item) =>
        typeof item === 'number'
          ? { ok: true, value: { payload: item * 2, followUps: [], diagnostics: [] } }
          : { ok: false, error: new InternalError(new Error('no number')) },
      );
    },
  };
}

const payloads = (results: readonly Result<Formatted<number>>[]) =>
  results.map((result) => (result.ok ? result.value.payload : result.error.code));

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** Streams are iterable in Node; the types of the web do not say so. */
const iterate = <Item>(stream: ReadableStream<Item>) => stream as unknown as AsyncIterable<Item>;

const streamOf = (items: readonly unknown[]) =>
  new ReadableStream<unknown>({
    start: (controller) => {
      for (const item of items) controller.enqueue(item);
      controller.close();
    },
  });

const everyWay = [
  ['an array', (items: unknown[]) => formatEach(doubler(), items, { maxBatchItems: 3 })],
  [
    'an async generator',
    (items: unknown[]) =>
      formatEach(
        doubler(),
        (async function* () {
          yield* items;
        })(),
        { maxBatchItems: 3 },
      ),
  ],
  [
    'a stream',
    (items: unknown[]) => iterate(streamOf(items).pipeThrough(createFormatStream(doubler(), { maxBatchItems: 3 }))),
  ],
] as const;

describe.each(everyWay)('%s', (_what, run) => {
  it('gives one result an item, in order, failures in their place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.nat(9), fc.constant('x')), { maxLength: 12 }), async (items) => {
        const results = await collect(run(items));
        expect(payloads(results)).toEqual(items.map((item) => (typeof item === 'number' ? item * 2 : 'ERR_INTERNAL')));
      }),
    );
  });
});

describe('a batch', () => {
  it('holds what is at hand, and no more than allowed', async () => {
    const formatter = doubler();
    await collect(formatEach(formatter, [1, 2, 3, 4, 5, 6, 7], { maxBatchItems: 3 }));
    expect(formatter.batches.filter((size) => size > 0)).toEqual([3, 3, 1]);
  });

  it('does not wait for items that are not there yet', async () => {
    const formatter = doubler();
    async function* slowly() {
      yield 1;
      yield 2;
      await sleep(20);
      yield 3;
    }
    const seen: unknown[] = [];
    for await (const result of formatEach(formatter, slowly())) seen.push(...payloads([result]));
    expect(seen).toEqual([2, 4, 6]);
    expect(formatter.batches.filter((size) => size > 0)).toEqual([2, 1]);
  });

  it('leaves a stream before the stream ends', async () => {
    let controller: ReadableStreamDefaultController<unknown> | undefined;
    const source = new ReadableStream<unknown>({
      start: (given) => {
        controller = given;
      },
    });
    const reader = source.pipeThrough(createFormatStream(doubler())).getReader();
    controller?.enqueue(4);
    expect(payloads([(await reader.read()).value ?? { ok: false, error: new InternalError('nothing') }])).toEqual([8]);
    await reader.cancel();
  });

  it.each([0, -1, 1.5, Number.NaN])('cannot hold %d items', async (maxBatchItems) => {
    await expect(collect(formatEach(doubler(), [1], { maxBatchItems }))).rejects.toThrow(TypeError);
    expect(() => createFormatStream(doubler(), { maxBatchItems })).toThrow(TypeError);
  });
});

describe('a source', () => {
  it('that fails is heard after all that came before', async () => {
    async function* failing() {
      yield 1;
      yield 2;
      throw new Error('the queue is gone');
    }
    const seen: unknown[] = [];
    await expect(async () => {
      for await (const result of formatEach(doubler(), failing())) seen.push(...payloads([result]));
    }).rejects.toThrow('the queue is gone');
    expect(seen).toEqual([2, 4]);
  });

  it('is closed when nobody reads on', async () => {
    const closed = vi.fn();
    function* endless() {
      try {
        for (let number = 0; ; number++) yield number;
      } finally {
        closed();
      }
    }
    for await (const result of formatEach(doubler(), endless())) {
      expect(payloads([result])).toEqual([0]);
      break;
    }
    expect(closed).toHaveBeenCalledOnce();
  });

  it('may be empty', async () => {
    expect(await collect(formatEach(doubler(), []))).toEqual([]);
    expect(await collect(iterate(streamOf([]).pipeThrough(createFormatStream(doubler()))))).toEqual([]);
  });
});

it('hands the options on', async () => {
  const formatMany = vi.fn(() => []);
  await collect(formatEach({ formatMany }, [1], { options: { locale: 'ar' } }));
  expect(formatMany).toHaveBeenCalledWith([1], { locale: 'ar' });
});
