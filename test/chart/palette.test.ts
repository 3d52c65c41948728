import { describe, expect, it } from 'vitest';
import {
  chartGrounds,
  colorAt,
  dashAt,
  defaultColors,
  isVisible,
  paletteOf,
  textureAt,
} from '../../src/chart/palette.js';
import { toSvg } from '../../src/chart/targets.js';
import { chart } from '../../src/document/build.js';
import { contrastOf } from '../../src/document/contrast.js';
import { en } from '../../src/generated/locales/en.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { createTenantContext } from '../../src/tenant/context.js';
import { createRenderContext } from '../../src/tenant/render-context.js';

/** The palette of a tenant, and what is reported about it. */
function paletteWith(chartColors?: string[]): { colors: readonly string[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tenant = createTenantContext({
    tenantId: 't',
    locales: [en],
    ...(chartColors !== undefined && { brand: { chartColors } }),
  });
  return { colors: paletteOf(createRenderContext(tenant, {}, [], diagnostics)), diagnostics };
}

describe('the default colours', () => {
  it.each(defaultColors.flatMap((color) => chartGrounds.map((ground) => [color, ground])))(
    'can be told from grounds, light and dark: %s on %s',
    (color, ground) => {
      expect(contrastOf(color, ground)).toBeGreaterThanOrEqual(3);
    },
  );

  it('are all different', () => {
    expect(new Set(defaultColors).size).toBe(defaultColors.length);
  });

  it('are those of tenants without colours', () => {
    expect(paletteWith()).toEqual({ colors: defaultColors, diagnostics: [] });
  });
});

describe('colours of tenants', () => {
  it('are taken where they can be seen', () => {
    expect(paletteWith(['#A67B3D', '#3B82D6'])).toEqual({ colors: ['#A67B3D', '#3B82D6'], diagnostics: [] });
  });

  it.each(['#FFFFFF', '#FFFF00', '#000000', '#101080', '#F3F5F8'])(
    'are replaced and reported where not: %s',
    (color) => {
      expect(isVisible(color)).toBe(false);
      const { colors, diagnostics } = paletteWith(['#A67B3D', color]);
      expect(colors).toEqual(['#A67B3D', defaultColors[1]]);
      expect(diagnostics).toMatchObject([{ code: 'fallback', path: 'brand.chartColors.1' }]);
      expect(diagnostics[0]?.message).not.toContain(color);
    },
  );

  it('are those of pictures, and what was replaced is told to the caller', () => {
    const diagnostics: Diagnostic[] = [];
    const plays = chart({
      kind: 'line',
      title: 'a',
      alt: 'a',
      categories: ['x', 'y'],
      series: [{ name: 'a', values: [1, 2] }],
    });
    const svg = toSvg(
      plays,
      { tenantId: 't', locales: [en], brand: { chartColors: ['#FFFFFF', '#A67B3D'] } },
      { diagnostics },
    );
    expect(svg).not.toContain('#FFFFFF');
    expect(svg).toContain(`stroke="${defaultColors[0]}"`);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'fallback', path: 'brand.chartColors.0' }));
  });
});

describe('many series', () => {
  it('begin the colours again', () => {
    expect(colorAt(defaultColors, defaultColors.length)).toBe(defaultColors[0]);
    expect(colorAt([], 3)).toBe(defaultColors[0]);
  });

  it('stay apart by colour together with dash or texture', () => {
    const indices = Array.from({ length: 40 }, (_, index) => index);
    const look = (mark: (index: number) => string) =>
      new Set(indices.map((index) => colorAt(defaultColors, index) + mark(index)));
    expect(look(dashAt).size).toBe(40);
    expect(look(textureAt).size).toBe(40);
  });

  it('begin with neither dash nor texture', () => {
    expect([dashAt(0), textureAt(0)]).toEqual(['', 'plain']);
  });
});
