/** Checks of lists that say which row is wrong, so that lenient readers can leave that row out. */
import * as z from '../kernel/zod.js';
import { readPoint } from './period.js';

type Row = Readonly<Record<string, unknown>>;

/** A check that each row of a list is later than the one before; the later row is at fault. */
export const increasing = <List extends readonly Row[]>(member: string) =>
  z.check<List>(({ value: rows, issues }) => {
    let last = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < rows.length; index += 1) {
      const point = readPoint(rows[index]?.[member]);
      if (point === undefined) continue;
      if (point > last) last = point;
      else {
        const message = 'a time after that of the row before';
        issues.push({ code: 'custom', message, input: rows, path: [index, member] });
      }
    }
  });

/** A check that no two rows of a list have the same value; the later row is at fault. */
export const distinct = <List extends readonly Row[]>(member: string) =>
  z.check<List>(({ value: rows, issues }) => {
    const seen = new Set<unknown>();
    for (let index = 0; index < rows.length; index += 1) {
      const value = rows[index]?.[member];
      if (value === undefined) continue;
      if (seen.has(value)) {
        const message = 'a value that no row before has';
        issues.push({ code: 'custom', message, input: rows, path: [index, member] });
      }
      seen.add(value);
    }
  });
