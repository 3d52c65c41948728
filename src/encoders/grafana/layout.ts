/** Panels in rows, each with a number of its own, on one grid. */
import { placeOnGrid } from './grid.js';
import type { GridPos } from './model.js';
import { type PanelPlan, type RowId, rowIds } from './panels.js';

export type PlacedPanel = { readonly plan: PanelPlan; readonly id: number; readonly place: GridPos };
export type PlacedRow = {
  readonly row: RowId;
  readonly id: number;
  readonly top: number;
  readonly panels: readonly PlacedPanel[];
};

/** How high a row's own line is. */
const rowHeight = 1;

export function layOut(plans: readonly PanelPlan[]): PlacedRow[] {
  const rows: PlacedRow[] = [];
  let id = 0;
  let top = 0;
  for (const row of rowIds) {
    const own = plans.filter((plan) => plan.row === row);
    if (own.length === 0) continue;
    id += 1;
    const rowId = id;
    const { places, bottom } = placeOnGrid(own, top + rowHeight);
    const panels = places.map((place, index): PlacedPanel => {
      id += 1;
      return { plan: own[index] as PanelPlan, id, place };
    });
    rows.push({ row, id: rowId, top, panels });
    top = bottom;
  }
  return rows;
}
