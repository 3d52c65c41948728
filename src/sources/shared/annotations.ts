/** Annotations of Prometheus rules, as Alertmanager and Grafana send them. */
import type { Diagnostic } from '../../kernel/diagnostics.js';

type Strings = Readonly<Record<string, string>>;

/** Which annotations say what, the preferred name first. */
const annotationNames = {
  summary: ['summary'],
  description: ['description', 'message'],
  runbook: ['runbook_url', 'runbook'],
  dashboard: ['dashboard_url', 'dashboard'],
} as const;

export type Said = { readonly [Part in keyof typeof annotationNames]: string | undefined };

/** Templates that find nothing leave an empty text, and an empty label is one that is not there. */
export const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** Finds what an alert has a place for. */
export function said(annotations: Strings): Said {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => nonEmpty(annotations[name])).find((value) => value !== undefined);
  const { summary, description, runbook, dashboard } = annotationNames;
  return {
    summary: first(summary),
    description: first(description),
    runbook: first(runbook),
    dashboard: first(dashboard),
  };
}

/** Names the annotations that say something which has no place in an alert. */
function unplaced(annotations: Strings, parts: Said): string[] {
  const placed = new Map<string, string | undefined>();
  for (const part of ['summary', 'description', 'runbook', 'dashboard'] as const) {
    for (const name of annotationNames[part]) placed.set(name, parts[part]);
  }
  return Object.keys(annotations).filter((name) => annotations[name] !== '' && annotations[name] !== placed.get(name));
}

/** Reports them. */
export function reportUnplaced(annotations: Strings, parts: Said, path: string, diagnostics: Diagnostic[]): void {
  for (const name of unplaced(annotations, parts)) {
    const message = 'An annotation that has no place in an alert was left out';
    diagnostics.push({ code: 'dropped', severity: 'info', path: `${path}.${name}`, message });
  }
}
