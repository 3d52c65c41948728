/** The instances of a grouped alert: how many stand how, and what tells them apart. */

import type { Block, Column, Fact, Inline, Status, Table } from '../../document/nodes.js';
import { statusWords } from '../../document/words.js';
import type { Localizer } from '../../i18n/localizer.js';
import { toEpochMs } from '../../kernel/instant.js';
import type { AlertInstance, MetricReading } from './schema.js';

const statuses: readonly Status[] = ['firing', 'acknowledged', 'resolved'];

const namesOf = (
  instances: readonly AlertInstance[],
  record: (instance: AlertInstance) => Readonly<Record<string, unknown>> | undefined,
): string[] => [...new Set(instances.flatMap((instance) => Object.keys(record(instance) ?? {})))];

function metricCell(reading: number | MetricReading | undefined): Inline[] {
  if (reading === undefined) return [];
  if (typeof reading === 'number') return [{ type: 'number', value: reading }];
  const { value, unit } = reading;
  return [unit === undefined ? { type: 'number', value } : { type: 'number', value, unit }];
}

function tableOf(instances: readonly AlertInstance[], { t }: Localizer): Table {
  const labels = namesOf(instances, (instance) => instance.labels);
  const metrics = namesOf(instances, (instance) => instance.metrics);
  const columns: Column[] = [
    { label: t('alert.status') },
    { label: t('alert.started') },
    ...labels.map((label) => ({ label })),
    ...metrics.map((label) => ({ label, align: 'end' as const })),
  ];
  const rows = instances.map(({ status = 'firing', startedAt, url, labels: own = {}, metrics: measured = {} }) => {
    const state: Inline = { type: 'text', value: t(statusWords[status]) };
    const started = toEpochMs(startedAt);
    return [
      [url === undefined ? state : ({ type: 'link', url, children: [state] } as const)],
      started === undefined ? [] : [{ type: 'date', value: started } as const],
      ...labels.map((name): Inline[] => {
        const value = own[name];
        return value === undefined ? [] : [{ type: 'text', value }];
      }),
      ...metrics.map((name) => metricCell(measured[name])),
    ];
  });
  return { type: 'table', path: 'instances', columns, rows };
}

/** Composes the section about the instances: the count of each state, and a table of them all. */
export function composeInstances(instances: readonly AlertInstance[], localizer: Localizer): Block {
  const { t } = localizer;
  const items = statuses.flatMap((status): Fact[] => {
    const value = instances.filter((instance) => (instance.status ?? 'firing') === status).length;
    return value === 0
      ? []
      : [{ path: 'instances', label: t(statusWords[status]), value: [{ type: 'number', value }] }];
  });
  return {
    type: 'section',
    path: 'instances',
    title: t('alert.instances', { count: instances.length }),
    children: [{ type: 'facts', path: 'instances', importance: 'high', items }, tableOf(instances, localizer)],
  };
}
