/** Places on Grafana's grid of 24 columns: panels stand on shelves, left to right, and never on each other. */
import type { GridPos } from './model.js';

/** https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/#panel-size-position */
export const gridColumns = 24;

export type Sized = { readonly width: number; readonly height: number };

/** Places panels below a line. Returns the places, and the line below all of them. */
export function placeOnGrid(panels: readonly Sized[], top: number): { places: GridPos[]; bottom: number } {
  const places: GridPos[] = [];
  let x = 0;
  let y = top;
  let shelf = 0;
  for (const { width, height } of panels) {
    if (x + width > gridColumns) {
      x = 0;
      y += shelf;
      shelf = 0;
    }
    places.push({ x, y, w: width, h: height });
    x += width;
    shelf = Math.max(shelf, height);
  }
  return { places, bottom: y + shelf };
}
