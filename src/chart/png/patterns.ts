/** Textures of areas, which tell series apart for those who see no colours. */
import { type Texture, textureAt } from '../palette.js';
import type { Pattern } from './canvas.js';

/** Distance and strength of lines, in pixels of CSS. */
const period = 8;
const weight = 2;

const patterns: Readonly<Record<Texture, (x: number, y: number) => boolean>> = {
  plain: () => false,
  rising: (x, y) => (x + y) % period < weight,
  falling: (x, y) => (x + period * 4096 - y) % period < weight,
  dotted: (x, y) => x % period < weight * 1.5 && y % period < weight * 1.5,
  level: (_x, y) => y % period < weight,
  upright: (x) => x % period < weight,
  crossed: (x, y) => x % period < weight || y % period < weight,
};

/** The texture of a series, in pixels of a picture with so many for one of CSS; nothing for a plain area. */
export function patternAt(index: number, scale: number): Pattern | undefined {
  const texture = textureAt(index);
  if (texture === 'plain') return undefined;
  const pattern = patterns[texture];
  return (x, y) => pattern(Math.floor(x / scale), Math.floor(y / scale));
}
