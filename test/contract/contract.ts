/** What every formatter promises, whatever it formats. A formatter joins by one call. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/generated/locales/en.js';
import { enReports } from '../../src/generated/locales/en-reports.js';
import { toIssues } from '../../src/kernel/issues.js';
import type { Formatter } from '../../src/kernel/result.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { runs } from '../support/runs.js';
import { locales } from '../support/tenants.js';
import { diagnosticProblems } from './diagnostics.js';
import { createFormatter, type FormatterId } from './formatter-of.js';
import { stateOf } from './module-state.js';
import { overwrite, plainBytes, replaceIn, strings, walkValues } from './values.js';

type AnyFormatter = Formatter<never, unknown>;

export type Contract = {
  readonly id: FormatterId;
  /** The file of its class. @default `src/formatters/<id>.ts` */
  readonly module?: string;
  /** Valid inputs, real-looking, as JSON. */
  readonly inputs: readonly unknown[];
  /** Invalid inputs and the paths that the error has to name, all of them. */
  readonly invalid: readonly (readonly [name: string, input: unknown, paths: readonly string[]])[];
  /** Stands in an invalid input where no message may repeat it. */
  readonly secret: string;
  /** Sets of the formatter's own options, each of which has to work. */
  readonly options?: readonly object[];
  /** What the channel's own clients fill in, so that it is no leftover of a program here. Global. */
  readonly ownSyntax?: RegExp;
  /** How often it formats before modules are searched for traces. @default 3000, of what takes microseconds */
  readonly rounds?: number;
  /** Options that do not exist, with the one that was probably meant. */
  readonly misspelt?: readonly (readonly [given: string, meant: string])[];
};

const now = Date.UTC(2026, 10, 20, 12);

const tenant = (config: Partial<TenantConfig> = {}): TenantConfig => ({
  tenantId: 'label_42',
  timeZone: 'Europe/Paris',
  clock: () => now,
  // A record without a topic is none.
  channels: { kafka: { topic: 'events' } },
  ...config,
});

const formatterOf = (id: Contract['id'], config: Partial<TenantConfig> = {}): AnyFormatter =>
  createFormatter(id, tenant(config));

const format = (formatter: AnyFormatter, input: unknown, options?: object) =>
  formatter.format(input as never, options as never);

/** Everything that fast-check can make. */
const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

const refuse = (): never => {
  throw new Error('no');
};

const circular: unknown[] = [];
circular.push(circular);

/** Values that defend themselves. */
const hostile: readonly (readonly [name: string, value: unknown])[] = [
  ['a getter that throws', Object.defineProperty({}, 'type', { get: refuse, enumerable: true })],
  ['a proxy that refuses', new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse })],
  ['an array that holds itself', circular],
];

/** The program that prints digests, bundled: compiling all of the library in each of its processes takes longer than the test. */
function bundleDigests(): string {
  const outfile = fileURLToPath(
    new URL(`../../node_modules/.cache/channel-formatters/print-digest-${process.pid}.mjs`, import.meta.url),
  );
  buildSync({
    entryPoints: [fileURLToPath(new URL('print-digest.ts', import.meta.url))],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}

/** The digest of all payloads as another process computes it, with that process's zone and language. */
function digestIn(script: string, id: string, inputs: readonly unknown[], env: Record<string, string>): string {
  const run = spawnSync(process.execPath, [script, id], {
    input: JSON.stringify({ inputs, now }),
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(run.stderr.replace(/^npm warn.*$/gm, '')).toBe('');
  return run.stdout;
}

/** Registers the suite. */
export function describeContract({
  id,
  module = `src/formatters/${id}.ts`,
  inputs,
  invalid,
  secret,
  options = [],
  misspelt = [],
  rounds = 3000,
  // `{date} {time}` are what Slack's clients fill in.
  ownSyntax = /\{(?:date|time|ago)\}/g,
}: Contract): void {
  const optionSets: readonly object[] = [
    {},
    { locale: 'fr-CA', timeZone: 'America/Montreal', now },
    { overflow: 'truncate', correlationId: 'req-7f3a' },
    ...options,
  ];

  describe(`the contract of ${id}`, () => {
    it.each(invalid)('refuses %s and names every place', (_name, input, paths) => {
      const result = formatterOf(id).tryFormat(input);
      expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INPUT_INVALID', formatter: id } });
      if (result.ok || result.error.code !== 'ERR_INPUT_INVALID') return;
      expect(result.error.issues.map(({ path }) => path).sort()).toEqual([...paths].sort());
      for (const issue of result.error.issues) {
        expect(issue.message).not.toBe('');
        expect(issue.expected, issue.path).toMatch(/\w/);
      }
      expect(result.error.message).not.toContain(secret);
      expect(() => format(formatterOf(id), input)).toThrow(result.error.message);
    });

    it('has a schema that accepts and refuses what formatting does', () => {
      const formatter = formatterOf(id);
      for (const input of inputs) expect(formatter.schema.safeParse(input).success).toBe(true);
      for (const [name, input, paths] of invalid) {
        const parsed = formatter.schema.safeParse(input);
        expect(parsed.success, name).toBe(false);
        if (!parsed.success)
          expect(
            toIssues(parsed.error.issues)
              .map(({ path }) => path)
              .sort(),
          ).toEqual([...paths].sort());
      }
      const way = fc.array(fc.nat(20), { maxLength: 5 });
      fc.assert(
        fc.property(fc.constantFrom(...inputs), way, anything, (input, steps, value) => {
          const changed = replaceIn(input, steps, value);
          const result = formatter.tryFormat(changed);
          const refused = !result.ok && result.error.code === 'ERR_INPUT_INVALID';
          expect(formatter.schema.safeParse(changed).success).toBe(!refused);
        }),
        { numRuns: runs(200) },
      );
    });

    it('throws nothing at those who ask for results', () => {
      const formatter = formatterOf(id);
      fc.assert(
        fc.property(anything, (input) => {
          const result = formatter.tryFormat(input);
          expect(result.ok || result.error.code).toSatisfy((code) => code === true || code !== 'ERR_INTERNAL');
          expect(formatter.formatMany([input])).toEqual([result]);
        }),
        { numRuns: runs(300) },
      );
    });

    it('takes or refuses any value anywhere in an input', () => {
      const formatter = formatterOf(id);
      const way = fc.array(fc.nat(20), { maxLength: 5 });
      fc.assert(
        fc.property(fc.constantFrom(...inputs), way, anything, (input, steps, value) => {
          const result = formatter.tryFormat(replaceIn(input, steps, value));
          expect(result.ok || result.error.code).toSatisfy((code) => code === true || code !== 'ERR_INTERNAL');
        }),
        { numRuns: runs(400) },
      );
    });

    it.each(hostile)('returns %s as a failure', (_name, value) => {
      expect(formatterOf(id).tryFormat(value).ok).toBe(false);
      expect(formatterOf(id).formatMany([value])).toMatchObject([{ ok: false }]);
    });

    it('leaves its input as it was', () => {
      const formatter = formatterOf(id);
      for (const input of inputs) {
        const frozen = deepFreeze(structuredClone(input));
        for (const set of optionSets) format(formatter, frozen, set);
        expect(frozen).toEqual(input);
      }
    });

    it('says the same each time, through one formatter or many', () => {
      const formatter = formatterOf(id);
      for (const input of inputs) {
        for (const set of optionSets) {
          const first = format(formatter, input, set);
          expect(format(formatter, input, set)).toEqual(first);
          expect(JSON.stringify(format(formatterOf(id), input, set))).toBe(JSON.stringify(first));
        }
      }
    });

    it('knows nothing of the zone and language of the process', { timeout: 60_000 }, () => {
      const script = bundleDigests();
      const digest = (TZ: string, LANG: string): string => digestIn(script, id, inputs, { TZ, LANG, LC_ALL: LANG });
      const here = digest('UTC', 'C');
      expect(here).toMatch(/^[0-9a-f]{64}$/);
      expect(digest('Asia/Tokyo', 'ar_EG.UTF-8')).toBe(here);
      expect(digest('America/St_Johns', 'de_DE.UTF-8')).toBe(here);
      rmSync(script);
    });

    it('keeps tenants apart, in whatever order they come', () => {
      const canaries = ['canary-alpha', 'canary-bravo', 'canary-charlie'];
      const configs = canaries.map(
        (canary, index): Partial<TenantConfig> => ({
          tenantId: `tenant-${canary}`,
          locale: locales[index % locales.length] ?? 'en',
          brand: { name: canary, footer: canary },
          messages: { en: { 'alert.source': canary }, fr: { 'alert.source': canary }, ar: { 'alert.source': canary } },
        }),
      );
      const alone = configs.map((config) =>
        inputs.map((input) => JSON.stringify(format(formatterOf(id, config), input))),
      );
      const shared = configs.map((config) => formatterOf(id, config));
      const step = fc.record({
        who: fc.nat(canaries.length - 1),
        what: fc.nat(inputs.length - 1),
      });
      fc.assert(
        fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
          for (const { who, what } of steps) {
            const output = JSON.stringify(format(shared[who] as AnyFormatter, inputs[what]));
            expect(output).toBe(alone[who]?.[what]);
            for (const [other, canary] of canaries.entries()) if (other !== who) expect(output).not.toContain(canary);
          }
        }),
        { numRuns: runs(50) },
      );
    });

    it('leaves no trace of a tenant in any module', { timeout: 60_000 }, async () => {
      const canaries = ['canary-delta', 'canary-echo'];
      const formatters = canaries.map((canary, index) =>
        formatterOf(id, { tenantId: canary, locale: locales[index] ?? 'en', brand: { name: canary } }),
      );
      const formatAll = (times: number): void => {
        for (let count = 0; count < times; count += 1) {
          const formatter = formatters[count % formatters.length];
          formatter?.tryFormat(inputs[count % inputs.length], optionSets[count % optionSets.length] as never);
        }
      };
      const before = await stateOf(module);
      expect(before.modules).toBeGreaterThan(5);
      formatAll(runs(rounds));
      const after = await stateOf(module);
      expect(after).toEqual(before);
      for (const canary of canaries) expect(JSON.stringify(after)).not.toContain(canary);
    });

    it('formats many as it formats each', () => {
      const formatter = formatterOf(id);
      const mixed = [...inputs, ...invalid.map(([, input]) => input), null];
      const each = mixed.map((input) => formatter.tryFormat(input));
      expect(formatter.formatMany(mixed)).toEqual(each);
      expect(formatter.formatMany([])).toEqual([]);
    });

    it('keeps what it formatted before its iterable failed', () => {
      const formatter = formatterOf(id);
      function* failing() {
        yield* inputs;
        throw new RangeError('no more');
      }
      const results = formatter.formatMany(failing());
      expect(results.slice(0, -1)).toEqual(formatter.formatMany(inputs));
      expect(results.at(-1)).toMatchObject({
        ok: false,
        error: { code: 'ERR_INTERNAL', cause: { message: 'no more' } },
      });
    });

    it('says all that is wrong with its options at once', () => {
      const wrong = { locale: 'zz', timeZone: 'Mars/Olympus', overflow: 'x', now: 'now', [misspelt[0]?.[0] ?? 'x']: 1 };
      const result = formatterOf(id).tryFormat(inputs[0], wrong as never);
      expect(result).toMatchObject({ ok: false, error: { code: 'ERR_OPTIONS_INVALID' } });
      if (result.ok || result.error.code !== 'ERR_OPTIONS_INVALID') return;
      expect(result.error.issues.map(({ path }) => path).sort()).toEqual(Object.keys(wrong).sort());
    });

    it('makes no two payloads of the same parts', () => {
      for (const input of inputs) {
        const expected = JSON.stringify(format(formatterOf(id), input));
        const formatter = formatterOf(id);
        const given = structuredClone(input);
        overwrite(format(formatter, given));
        expect(given).toEqual(input);
        expect(JSON.stringify(format(formatter, input))).toBe(expected);
      }
    });

    it.each(locales)('reports in one shape in %s', (locale) => {
      for (const input of inputs) {
        for (const set of optionSets) {
          const { diagnostics } = format(formatterOf(id, { locale }), input, set);
          expect(diagnosticProblems(diagnostics)).toEqual([]);
        }
      }
    });

    it('returns data that can be cloned, queued and changed', () => {
      for (const [input, set] of inputs.flatMap((each) => optionSets.map((one) => [each, one] as const))) {
        const { payload, followUps, diagnostics } = format(formatterOf(id), input, set);
        // A clone of a `Buffer` is a `Uint8Array` with the same bytes.
        expect(plainBytes(structuredClone({ payload, followUps, diagnostics }))).toEqual(
          plainBytes({ payload, followUps, diagnostics }),
        );
        const hasBytes = [...walkValues({ payload, followUps })].some(({ value }) => ArrayBuffer.isView(value));
        // What goes over a wire as JSON is the same on the other side.
        if (!hasBytes) {
          expect(JSON.parse(JSON.stringify({ payload, followUps }))).toStrictEqual({ payload, followUps });
        }
        expect(Array.isArray(followUps)).toBe(true);
        // One expectation for all: a report has ten thousand values.
        const wrong = [...walkValues({ payload, followUps, diagnostics })].flatMap(({ path, value }) => {
          const isFixed = typeof value === 'object' && value !== null && Object.isFrozen(value);
          return value === undefined || Number.isNaN(value) || typeof value === 'function' || isFixed ? [path] : [];
        });
        expect(wrong, 'undefined, NaN, functions, frozen objects').toEqual([]);
      }
    });

    it.each(locales)('shows no leftovers of programs in %s', (locale) => {
      const ids = Object.keys({ ...en.messages, ...enReports.messages });
      for (const input of inputs) {
        const { payload, followUps } = format(formatterOf(id, { locale }), input);
        const wrong = [...new Set(strings({ payload, followUps }))].filter((text) => {
          const own = text.replaceAll(ownSyntax, '');
          if (/\[object|\{\w+(?:, ?(?:plural|select|number|date|time)|\})|\$\{/.test(own)) return true;
          if (/\b(?:NaN|Infinity|undefined|null)\b/.test(text) || !text.isWellFormed()) return true;
          return ids.some((message) => text.includes(message));
        });
        expect(wrong).toEqual([]);
      }
    });

    it.each([
      ...misspelt.map(([given, meant]): [string, object, string, string] => [given, { [given]: 'x' }, given, meant]),
      ['a misspelt option', { lokale: 'fr' }, 'lokale', 'locale'],
      ['an unknown language', { locale: 'english' }, 'locale', undefined],
      ['an unknown zone', { timeZone: 'Europe/Pari' }, 'timeZone', 'Europe/Paris'],
      ['an unknown policy', { overflow: 'spilt' }, 'overflow', 'split'],
      ['a time that is none', { now: Number.NaN }, 'now', undefined],
    ])('refuses %s', (_name, options, path, near) => {
      const result = formatterOf(id).tryFormat(inputs[0], options as never);
      expect(result).toMatchObject({ ok: false, error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path }] } });
      if (near !== undefined && !result.ok) expect(result.error.message).toContain(`did you mean \`${near}\``);
    });
  });
}
