import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { gauge, metricBatch } from '../../src/metric/build.js';
import type { MetricBatch } from '../../src/metric/model.js';
import { tries } from '../support/runs.js';
import { attributes, batch } from './arbitraries/metrics.js';

const tenantId = 'label "42"\\\n';
const { prometheus } = createFormatters({ tenantId });

const options = fc.record({
  format: fc.constantFrom('text', 'text-1.0', 'openmetrics', 'openmetrics-2.0'),
  escaping: fc.constantFrom('underscores', 'dots', 'values', 'allow-utf-8'),
  timestamps: fc.boolean(),
} as const);

const bodyOf = (input: MetricBatch, given: Parameters<typeof prometheus.format>[1]): string =>
  prometheus.format(input, given).payload.body as string;

/** Reads a line as the documents of the format say it is made, with nothing of the encoder's. */
function readLine(line: string): { name: string; labels: [string, string][]; rest: string } {
  let at = 0;
  const quoted = (): string => {
    let text = '';
    for (at++; line[at] !== '"'; at++) {
      if (at >= line.length) throw new Error(`no end: ${line}`);
      if (line[at] === '\\') {
        at++;
        text += line[at] === 'n' ? '\n' : line[at];
      } else text += line[at];
    }
    at++;
    return text;
  };
  const word = (): string => {
    const start = at;
    while (/[A-Za-z0-9_:]/.test(line[at] ?? '')) at++;
    return line.slice(start, at);
  };
  let name = word();
  const labels: [string, string][] = [];
  if (line[at] === '{') {
    at++;
    while (line[at] !== '}') {
      const own = line[at] === '"' ? quoted() : word();
      if (line[at] === '=') {
        at++;
        labels.push([own, quoted()]);
      } else name = own;
      if (line[at] === ',') at++;
      else if (line[at] !== '}') throw new Error(`no comma: ${line}`);
    }
    at++;
  }
  if (line[at] !== ' ' || name === '') throw new Error(`no sample: ${line}`);
  return { name, labels, rest: line.slice(at + 1) };
}

const samplesOf = (body: string) =>
  body
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readLine);

describe('any batch as Prometheus text', () => {
  it('is lines that can be read, each of the tenant alone, no series twice', () => {
    fc.assert(
      fc.property(batch, options, (input, given) => {
        const body = bodyOf(input, given);
        expect(body === '' || body.endsWith('\n')).toBe(true);
        expect(body.isWellFormed()).toBe(true);
        const seen = new Set<string>();
        for (const { name, labels, rest } of samplesOf(body)) {
          expect(labels.filter(([label]) => label === 'tenant')).toEqual([['tenant', tenantId]]);
          expect(new Set(labels.map(([label]) => label)).size).toBe(labels.length);
          expect(labels.some(([label]) => label.startsWith('__'))).toBe(false);
          const time = given.timestamps ? rest.replace(/^(?:\{.*\}|\S+)/, '') : '';
          const key = JSON.stringify([name, labels.sort(([a], [b]) => (a < b ? -1 : 1)), time]);
          expect(seen.has(key), `twice: ${key}`).toBe(false);
          seen.add(key);
        }
        const types = body.split('\n').filter((line) => line.startsWith('# TYPE'));
        expect(new Set(types.map((line) => line.replace(/ \w+$/, ''))).size).toBe(types.length);
      }),
      tries(1500),
    );
  });

  it('never makes one series of two', () => {
    fc.assert(
      fc.property(attributes, attributes, (one, other) => {
        const shown = (each: Record<string, string>): string =>
          JSON.stringify(
            Object.entries(each)
              .filter(([, value]) => value !== '')
              .map((entry) => entry.map((text) => text.toWellFormed()))
              .sort(),
          );
        fc.pre(shown(one) !== shown(other));
        const { payload, diagnostics } = prometheus.format(
          metricBatch([
            gauge('g', [
              { attributes: one, value: 1 },
              { attributes: other, value: 2 },
            ]),
          ]),
        );
        expect(samplesOf(payload.body as string).length, JSON.stringify(diagnostics)).toBe(2);
      }),
      tries(1500),
    );
  });

  it('is the same in pieces', () => {
    fc.assert(
      fc.property(batch, options, (input, given) => {
        const { chunks, diagnostics, contentType } = prometheus.formatChunks(input, given);
        const whole = prometheus.format(input, given);
        expect([...chunks].join('')).toBe(whole.payload.body);
        expect(contentType).toBe(whole.payload.contentType);
        expect(diagnostics).toEqual(whole.diagnostics);
      }),
      tries(200),
    );
  });

  it('in strict mode is refused or complete', () => {
    fc.assert(
      fc.property(batch, (input) => {
        const result = prometheus.tryFormat(input, { strict: true });
        const { diagnostics, payload } = prometheus.format(input);
        const left = diagnostics.filter(({ message }) => message.startsWith('Left out, expected'));
        if (result.ok) {
          expect(left).toEqual([]);
          expect(result.value.payload).toEqual(payload);
        } else {
          expect(result.error).toMatchObject({ code: 'ERR_INPUT_INVALID' });
          expect(left.length).toBeGreaterThan(0);
        }
      }),
      tries(500),
    );
  });

  it('does not depend on the order of attributes', () => {
    fc.assert(
      fc.property(attributes, (given) => {
        const turned = Object.fromEntries(Object.entries(given).reverse());
        const body = (each: Record<string, string>) =>
          bodyOf(metricBatch([gauge('g', [{ attributes: each, value: 1 }])]), {});
        expect(body(turned)).toBe(body(given));
      }),
      tries(500),
    );
  });
});
