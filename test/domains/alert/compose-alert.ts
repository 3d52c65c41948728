/** Composes alerts and reads what became of them. */
import type { Block, Document, Inline } from '../../../src/document/nodes.js';
import { composeAlert } from '../../../src/domains/alert/compose.js';
import type { Alert } from '../../../src/domains/alert/schema.js';
import { allCatalogs } from '../../../src/generated/all-locales.js';
import type { Diagnostic } from '../../../src/kernel/diagnostics.js';
import { parseMarkdown } from '../../../src/sanitize/markdown.js';
import type { TenantConfig } from '../../../src/tenant/config.js';
import { createTenantContext } from '../../../src/tenant/context.js';
import { createRenderContext } from '../../../src/tenant/render-context.js';

export const start = Date.UTC(2026, 10, 20, 9, 30);
export const minute = 60_000;

export const minimal: Alert = { severity: 'warning', title: 'Latency above 2 s', source: 'edge', startedAt: start };

export function compose(alert: Alert, config: Partial<TenantConfig> = {}, now?: number) {
  const tenant = createTenantContext({ tenantId: 't', locales: allCatalogs, markdown: parseMarkdown, ...config });
  const diagnostics: Diagnostic[] = [];
  const options = now === undefined ? {} : { now };
  return { document: composeAlert(alert, createRenderContext(tenant, options, [], diagnostics)), diagnostics };
}

export const documentOf = (alert: Partial<Alert>, config?: Partial<TenantConfig>, now?: number): Document =>
  compose({ ...minimal, ...alert }, config, now).document;

export const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => ('children' in inline ? textOf(inline.children) : 'value' in inline ? String(inline.value) : ''))
    .join('');

/** The facts of an alert by label; dates are epoch milliseconds. */
export function factsOf({ children }: Document, path = 'facts'): Record<string, string> {
  const facts = children.find((block) => block.path === path);
  if (facts?.type !== 'facts') return {};
  return Object.fromEntries(
    facts.items.map(({ label, value }) => [
      label,
      value.map((inline) => ('durationMs' in inline ? `${inline.durationMs} ms` : textOf([inline]))).join(''),
    ]),
  );
}

export const blockAt = ({ children }: Document, path: string): Block | undefined =>
  children.find((block) => block.path === path);
export const pathsOf = ({ children }: Document) => children.map(({ path }) => path);
