/** Formatters by id: those of the root, and the renderers, which have entry points only. */
import { html } from '../../src/formatters/html-document.js';
import { markdown } from '../../src/formatters/markdown-document.js';
import type { Registry } from '../../src/formatters/registry.js';
import { text } from '../../src/formatters/text-document.js';
import { createFormatters } from '../../src/index.js';
import type { Formatter } from '../../src/kernel/result.js';
import type { TenantConfig } from '../../src/tenant/config.js';

const renderers = { html, markdown, text } satisfies Registry;

export type FormatterId = keyof typeof renderers | (string & keyof ReturnType<typeof createFormatters>);

/** Creates one with all languages and ports of the root. */
export function createFormatter(id: string, config: TenantConfig): Formatter<never, unknown> {
  const formatters = createFormatters(config);
  const known: Record<string, unknown> = formatters;
  const renderer = Object.hasOwn(renderers, id) ? renderers[id as keyof typeof renderers] : undefined;
  return (renderer?.create(formatters.tenant) ?? known[id]) as Formatter<never, unknown>;
}
