/** The report on how people use a service. */

import type { Schema } from '../../kernel/schema.js';
import type { ReportDefinition } from '../../report/produce.js';
import { composeUserEngagement } from './compose.js';
import { type UserEngagementInput, userEngagementSchema } from './schema.js';

export const userEngagementReport: ReportDefinition<UserEngagementInput> = {
  id: 'userEngagement',
  // zod lets a member be `undefined` where the type says it is absent; the composer treats both alike.
  schema: () => userEngagementSchema() as Schema<unknown> as Schema<UserEngagementInput>,
  rows: ['active.series', 'retention.cohorts', 'funnel', 'segments'],
  compose: composeUserEngagement,
};
