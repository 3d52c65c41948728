import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { gauge, metricBatch } from '../../src/metric/build.js';
import { tries } from '../support/runs.js';
import { attributes, batch } from './arbitraries/metrics.js';

const profiles = (['v1', 'v2', 'v3'] as const).map(
  (profile) => createFormatters({ tenantId: 'label,42 =\\', channels: { influxdb: { profile } } }).influxdb,
);

type Line = { measurement: string; tags: [string, string][]; fields: string; time: string };

/** Reads a line as servers do: a separator behind a backslash is none. */
function readLine(line: string): Line {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    if (char === '\\' && /[,= ]/.test(line[at + 1] ?? '')) part += line[++at];
    else if (char === ',' || char === ' ' || (char === '=' && parts.length > 0)) {
      parts.push(part, char);
      part = '';
      if (char === ' ') {
        const [fields = '', time = ''] = line.slice(at + 1).split(' ');
        const tags: [string, string][] = [];
        for (let index = 2; index < parts.length; index += 4) tags.push([parts[index] ?? '', parts[index + 2] ?? '']);
        return { measurement: parts[0] ?? '', tags, fields, time };
      }
    } else part += char;
  }
  throw new Error(`no fields: ${line}`);
}

describe.each(profiles.map((influxdb, index) => [`v${index + 1}`, influxdb] as const))(
  'any batch as lines for %s',
  (_name, influxdb) => {
    it('holds nothing that a server drops or refuses', () => {
      fc.assert(
        fc.property(batch, (input) => {
          const { payload } = influxdb.format(input);
          const seen = new Set<string>();
          for (const line of payload.lines) {
            expect(line).not.toMatch(/[\n\r]|^#/);
            const { measurement, tags, fields, time } = readLine(line);
            expect(measurement).not.toMatch(/^$|^_|\\$/);
            const keys = tags.map(([key]) => key);
            expect(keys).toEqual([...new Set(keys)].sort());
            expect(tags.filter(([key]) => key === 'tenant')).toEqual([['tenant', 'label,42 =%5C']]);
            for (const [key, value] of tags) {
              expect(key).not.toMatch(/^_|^time$|\\$/);
              expect(value).not.toMatch(/^$|\\$/);
            }
            expect(fields).toMatch(/^(?:value|count|sum|bucket|active)=[^ ,]+(?:,sum=[^ ,]+)?$/);
            expect(fields).not.toMatch(/NaN|Infinity/);
            expect(time).toMatch(/^(?:-?\d+)?$/);
            const key = JSON.stringify([measurement, tags, fields.replace(/=[^,]*/g, ''), time]);
            expect(seen.has(key), `twice: ${key}`).toBe(false);
            seen.add(key);
          }
        }),
        tries(800),
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
          const points = [one, other].map((each, value) => ({ attributes: each, value }));
          const { payload, diagnostics } = influxdb.format(metricBatch([gauge('g', points)]));
          expect(payload.lines.length, JSON.stringify(diagnostics)).toBe(2);
          expect(new Set(payload.lines.map((line) => JSON.stringify(readLine(line).tags))).size).toBe(2);
        }),
        tries(500),
      );
    });
  },
);
