/** Datadog's tags as labels. */
import type { Alert } from '../../domains/alert/schema.js';

export type Tagged = Pick<Alert, 'component' | 'environment' | 'labels'>;

/** What stands under the name of tags that have none. */
const bare = 'tags';

/** Tags that have a place of their own in an alert: https://docs.datadoghq.com/getting_started/tagging/unified_service_tagging/ */
const places = { env: 'environment', service: 'component' } as const;

const isPlaced = (name: string): name is keyof typeof places => Object.hasOwn(places, name);

/** Reads `name:value` tags. Of a name that comes twice, both values are kept. */
export function readTags(tags: readonly string[]): Tagged {
  const values = new Map<string, string[]>();
  for (const tag of tags) {
    const text = tag.trim();
    const colon = text.indexOf(':');
    const name = colon <= 0 ? bare : text.slice(0, colon);
    const value = colon <= 0 ? text : text.slice(colon + 1);
    if (value === '') continue;
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else if (!known.includes(value)) known.push(value);
  }
  const tagged: Tagged = {};
  const labels: [string, string][] = [];
  for (const [name, all] of values) {
    if (isPlaced(name)) tagged[places[name]] = all.join(', ');
    else labels.push([name, all.join(', ')]);
  }
  if (labels.length > 0) tagged.labels = Object.fromEntries(labels);
  return tagged;
}
