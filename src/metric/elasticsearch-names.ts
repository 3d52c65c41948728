/** Names of fields in Elasticsearch and OpenSearch, for attributes and for metrics. */
import { shortDigest } from '../kernel/hash.js';
import { escapeName, losslessName, type NameGrammar, type Naming } from './names.js';

/** Letters of any script: names of fields are UTF-8. A dot would make an object of what is before it. */
const fieldNames: NameGrammar = { whole: /^[\p{L}\p{M}\p{N}_:-]+$/u, allowed: /[\p{L}\p{M}\p{N}:-]/u };

/** Objects down to a depth of 20, the field and `metrics` included. https://www.elastic.co/docs/reference/elasticsearch/index-settings/mapping-limit */
const maxParts = 19;

/** Longer names cost memory in every node of a cluster, and from 32,766 bytes on a server refuses the document. */
const maxChars = 255;

/** Readers of JSON in JavaScript refuse what has a member of this name, the official clients among them. */
const forbidden = '__proto__';

const bounded = (name: string, raw: string): string =>
  name.length <= maxChars ? name : `U__h_${shortDigest(32, raw.toWellFormed())}`;

const losslessField = (raw: string): string => bounded(losslessName(raw, fieldNames), raw);

/** A name without dots; servers refuse empty ones. */
const plainField = (raw: string): string =>
  raw === '' || raw === forbidden ? losslessField(raw) : bounded(escapeName(raw, 'underscores', fieldNames), raw);

/** A name with the dots it has, if each part of it is a name: servers refuse empty parts. */
function dottedField(raw: string): string {
  const parts = raw.split('.');
  const isPath = parts.length <= maxParts && parts.every((part) => part !== forbidden && fieldNames.whole.test(part));
  return isPath && !raw.startsWith('U__') ? bounded(raw, raw) : plainField(raw);
}

/**
 * Attributes of OpenTelemetry that ECS has a field for; all others are labels. No field is the beginning of another.
 * https://opentelemetry.io/docs/specs/semconv/resource/ and https://www.elastic.co/docs/reference/ecs/ecs-opentelemetry
 */
export const ecsFields: ReadonlyMap<string, string> = new Map([
  ['service.name', 'service.name'],
  ['service.version', 'service.version'],
  ['service.instance.id', 'service.node.name'],
  ['deployment.environment.name', 'service.environment'],
  ['host.name', 'host.name'],
  ['host.id', 'host.id'],
  ['container.id', 'container.id'],
  ['container.name', 'container.name'],
  ['cloud.provider', 'cloud.provider'],
  ['cloud.region', 'cloud.region'],
  ['cloud.availability_zone', 'cloud.availability_zone'],
]);

/** Where attributes go that ECS has no field for. */
export const labelsObject = 'labels.';

/** How labels are named, below `labels`, where some names are taken: by the tenant, or by what a kind of metric needs. */
export function fieldLabelNaming(taken: readonly (string | undefined)[]): Naming {
  const free = (name: string): string => {
    let found = name;
    while (taken.includes(found)) found = `exported_${found}`;
    return found;
  };
  return { translate: (raw) => free(plainField(raw)), lossless: (raw) => free(losslessField(raw)) };
}

/** What becomes of dots in names of metrics. */
export type FieldNames = 'dots' | 'underscores';

/** How metrics are named, below `metrics`. */
export const metricFieldNaming = (names: FieldNames): Naming => ({
  translate: names === 'dots' ? dottedField : plainField,
  lossless: losslessField,
});
