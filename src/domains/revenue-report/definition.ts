/** What the formatter of royalty statements is made of. */
import type { Schema } from '../../kernel/schema.js';
import type { ReportDefinition } from '../../report/produce.js';
import { composeRevenueReport } from './compose.js';
import { type RevenueReportInput, revenueReportSchema } from './schema.js';

export const revenueReportDefinition: ReportDefinition<RevenueReportInput> = {
  id: 'revenueReport',
  // zod lets a member be `undefined` where the type says it is absent; composing treats both alike.
  schema: revenueReportSchema as unknown as () => Schema<RevenueReportInput>,
  rows: ['lines'],
  compose: composeRevenueReport,
};
