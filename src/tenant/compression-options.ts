/** What a tenant, or a call, settles about the compression of events. */
import type { Dictionary } from '../codec/compress.js';
import type { Compression, CompressionOptions } from '../codec/compress-event.js';
import { isAttributeText } from '../envelope/check.js';
import type { Issue } from '../kernel/errors.js';
import * as z from '../kernel/zod.js';

export type { CompressionOptions } from '../codec/compress-event.js';

const compressions = ['auto', 'gzip', 'deflate', 'none'] as const satisfies readonly Compression[];

/** RFC 1951 section 2: nothing further back can be referred to. */
const maxDictionaryBytes = 32_768;

function isDictionary(value: unknown): value is Dictionary {
  if (typeof value !== 'object' || value === null) return false;
  const { id, bytes } = value as Partial<Dictionary>;
  const hasBytes = bytes instanceof Uint8Array && bytes.length > 0 && bytes.length <= maxDictionaryBytes;
  return hasBytes && typeof id === 'string' && isAttributeText(id);
}

const aDictionary = `an object with an \`id\` and \`bytes\`, ${maxDictionaryBytes} at most`;

/** The members of a channel's schema for these options. */
export const compressionShape = () => ({
  compression: z.optional(z.enum([...compressions])),
  dictionary: z.optional(z.custom<Dictionary>(isDictionary, aDictionary)),
});

/** The names of these options. */
export const compressionKeys: readonly string[] = ['compression', 'dictionary'] satisfies (keyof CompressionOptions)[];

/** Finds what is wrong with these options in a call. */
export function checkCompression({ compression, dictionary }: Readonly<Record<string, unknown>>): Issue[] {
  const issues: Issue[] = [];
  if (compression !== undefined && !compressions.some((known) => known === compression)) {
    const expected = `one of ${compressions.join(', ')}`;
    issues.push({ path: 'compression', message: `expected ${expected}`, expected });
  }
  if (dictionary !== undefined && !isDictionary(dictionary)) {
    issues.push({ path: 'dictionary', message: `expected ${aDictionary}`, expected: aDictionary });
  }
  return issues;
}

/** What holds for a call: its own options, else the tenant's. */
export function settleCompression(settled: CompressionOptions, options: CompressionOptions): CompressionOptions {
  if (options.compression === undefined && options.dictionary === undefined) return settled;
  const { compression = settled.compression, dictionary = settled.dictionary } = options;
  return { ...(compression !== undefined && { compression }), ...(dictionary !== undefined && { dictionary }) };
}
