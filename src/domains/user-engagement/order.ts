/** Rows in order, each checked by itself: a row that is out of place can be left out alone. */
import * as z from '../../kernel/zod.js';
import { readPoint } from '../../report/period.js';

type Report = (path: (string | number)[], message: string) => void;

/** Reports every row whose point is not behind all that stand before it. */
function checkOrder(points: readonly unknown[], member: string, report: Report): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, point] of points.entries()) {
    const epochMs = readPoint(point);
    if (epochMs === undefined) continue;
    if (epochMs > last) last = epochMs;
    else report([index, member], 'a time after that of the row before');
  }
}

type Row = { readonly t: string | number };
type Cells = readonly { readonly k: number; readonly retained: number }[];
type CohortRow = { readonly start: string | number; readonly size: number; readonly cells: Cells };

const check = <Rows>(run: (rows: Rows, report: Report) => void) =>
  z.check<Rows>(({ value, issues }) => {
    run(value, (path, message) => issues.push({ code: 'custom', message, input: value, path }));
  });

/** Checks that points of time stand in order, each once. */
export const pointsInOrder = check<Row[]>((rows, report) => {
  checkOrder(
    rows.map(({ t }) => t),
    't',
    report,
  );
});

function checkCells({ size, cells }: CohortRow, index: number, report: Report): void {
  let last = -1;
  for (const [at, { k, retained }] of cells.entries()) {
    if (k > last) last = k;
    else report([index, 'cells', at, 'k'], 'a number above that of the cell before');
    if (retained > size) report([index, 'cells', at, 'retained'], 'at most the size of the cohort');
  }
}

/** Checks that cohorts stand in order, their cells as well, and that no more people came back than there were. */
export const cohortsInOrder = check<CohortRow[]>((rows, report) => {
  checkOrder(
    rows.map(({ start }) => start),
    'start',
    report,
  );
  for (const [index, row] of rows.entries()) checkCells(row, index, report);
});
