/** Tables of data. */
import type { Column, Table } from '../../document/nodes.js';
import { type TableContext, tableTemplate } from '../../generated/templates/email/table.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import { type EmailContext, orMark } from './context.js';
import { toWords } from './inline.js';

const print = /* @__PURE__ */ createRender(tableTemplate);

type Side = { readonly isRight?: true; readonly isCenter?: true };

/** Word's engine knows left and right only. */
function sideOf({ rtl }: EmailContext, { align = 'start' }: Column): Side {
  if (align === 'center') return { isCenter: true };
  return (align === 'end') === rtl ? {} : { isRight: true };
}

function contextOf(context: EmailContext, { caption, columns, rows }: Table): TableContext {
  const sides = columns.map((column) => sideOf(context, column));
  const { dir, rtl } = context;
  return {
    dir,
    rtl,
    ...(caption !== undefined && { caption }),
    columns: columns.map(({ label }, index) => ({ label, ...sides[index] })),
    rows: rows.map((row) => ({
      cells: row.map((cell, index) => ({ ...toWords(context, cell, orMark('')), ...sides[index] })),
    })),
  };
}

/** Prints a table. */
export const printTable = (context: EmailContext, table: Table): Html =>
  print(contextOf(context, table), context.template);
