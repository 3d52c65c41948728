/** The smallest inputs that are valid, for tests to add to. */
import type { Block, Document } from '../../src/document/nodes.js';
import type { Alert } from '../../src/domains/alert/schema.js';

/** An alert with nothing that is optional but what is given. */
export const alertWith = (members: Partial<Alert> = {}): Alert => ({
  severity: 'warning',
  title: 'Disk is nearly full',
  source: 'node-exporter',
  startedAt: '2026-11-20T09:30:00Z',
  ...members,
});

/** A document with these blocks. */
export const documentWith = (children: readonly Block[], members: Partial<Document> = {}): Document => ({
  type: 'document',
  locale: 'en',
  dir: 'ltr',
  title: 'Weekly report',
  meta: {},
  children,
  ...members,
});
