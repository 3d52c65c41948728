import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rateUnit, valueUnit } from '../../../src/encoders/grafana/units.js';

const units = [
  'd', 'h', 'min', 's', 'ms', 'us', 'ns', 'By', 'KiBy', 'MiBy', 'GiBy', 'TiBy', 'KBy', 'MBy', 'GBy', 'TBy', 'By/s', 'bit', 'bits', 'bit/s',
  'm', 'V', 'A', 'J', 'W', 'g', 'Cel', 'Hz', '%', '1', 'seconds', 'bytes', '{request}', '{operation}', '{read}', '{write}', '{message}', '{event}',
  '{record}', '{song}', '', undefined, 'furlong', '__proto__', 'constructor',
]; // biome-ignore format: one list

describe('units', () => {
  it.each([
    ['gauge', 's', 's'],
    ['gauge', 'seconds', 's'],
    ['gauge', 'By', 'bytes'],
    ['gauge', '1', 'percentunit'],
    ['counter', '1', 'short'],
    ['gauge', 'us', 'µs'],
    ['gauge', 'furlong', 'short'],
    ['gauge', 'constructor', 'short'],
    ['histogram', undefined, 'short'],
  ] as const)('of a %s in %s are %s', (kind, unit, expected) => {
    expect(valueUnit(kind, unit)).toBe(expected);
  });

  it.each([
    [undefined, 'cps'],
    ['{request}', 'reqps'],
    ['{song}', 'cps'],
    ['By', 'binBps'],
    ['s', 'percentunit'],
    ['J', 'watt'],
    ['furlong', 'short'],
  ])('of the rate of a counter in %s are %s', (unit, expected) => {
    expect(rateUnit(unit)).toBe(expected);
  });

  const file = new URL('../../../../shared/data/schemas/grafana-units.jsonschema.json', import.meta.url);
  it.skipIf(!existsSync(file))('are all among the constants of Grafana (needs ../shared/data)', () => {
    const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as {
      definitions: Record<string, { const: string }>;
    };
    const known = new Set(Object.values(definitions).map((definition) => definition.const));
    for (const unit of units) {
      for (const kind of ['gauge', 'counter'] as const) expect(known, `${unit}`).toContain(valueUnit(kind, unit));
      expect(known, `${unit} per second`).toContain(rateUnit(unit));
    }
  });
});
