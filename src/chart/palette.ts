/** Colours of series, and what tells series apart for those who see no colours: dashes, textures, marks. */
import { contrastOf } from '../document/contrast.js';
import type { RenderContext } from '../tenant/render-context.js';
import { report } from '../transform/report.js';

/** The least contrast of graphics, https://www.w3.org/TR/WCAG22/#non-text-contrast */
const minContrast = 3;

/** What charts are drawn on: cards and soft grounds of pages and mails, light and dark. */
export const chartGrounds: readonly string[] = ['#FFFFFF', '#FDFDFE', '#F3F5F8', '#1D2026', '#282D36'];

/**
 * Middle tones, each with enough contrast on every ground, so that one picture serves light and dark. Neighbours differ in
 * hue as people with protanopia or deuteranopia see it.
 */
export const defaultColors: readonly string[] = [
  '#3B82D6',
  '#D9601A',
  '#159A80',
  '#8A6FDF',
  '#C2569E',
  '#A67B3D',
  '#5F9A2F',
  '#7489A3',
  '#DB5050',
  '#2293AF',
];

/** Whether a colour, `#RRGGBB`, can be told from every ground. */
export const isVisible = (color: string): boolean =>
  chartGrounds.every((ground) => contrastOf(color, ground) >= minContrast);

/**
 * Returns the colours of a tenant's charts, at least one. What cannot be told from the ground is replaced by a default one
 * and reported.
 */
export function paletteOf(render: RenderContext): readonly string[] {
  const { chartColors } = render.tenant.config.brand ?? {};
  if (chartColors === undefined) return defaultColors;
  return chartColors.map((color, index) => {
    if (isVisible(color)) return color;
    const path = `brand.chartColors.${index}`;
    report(render, 'fallback', path, 'The colour cannot be told from the ground of a chart, another one is used');
    return colorAt(defaultColors, index);
  });
}

/** The colour of a series. More series than colours begin again, with another dash or texture. */
export const colorAt = (colors: readonly string[], index: number): string => colors[index % colors.length] ?? '#3B82D6';

/** Lengths of strokes and gaps in pixels, as `stroke-dasharray` takes them; an empty one is a line without gaps. */
const dashes = ['', '7 3', '12 3 3 3', '3 3', '14 5', '8 3 2 3 2 3', '5 2', '18 3 3 3 3 3'] as const;

/** The dash of a series. Colour and dash repeat after different numbers of series, so that many series stay apart. */
export const dashAt = (index: number): string => dashes[index % dashes.length] ?? '';

/** How areas of a series are textured. */
export type Texture = 'plain' | 'rising' | 'dotted' | 'falling' | 'level' | 'crossed' | 'upright';

const textures: readonly Texture[] = ['plain', 'rising', 'dotted', 'falling', 'level', 'crossed', 'upright'];

/** The texture of a series. */
export const textureAt = (index: number): Texture => textures[index % textures.length] ?? 'plain';
