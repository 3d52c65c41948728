/** Values of unknown make -> JSON, for fragments that a caller passes through. */
import type { PagerDutyDetail, PagerDutyDetails } from './payload.js';
import { setMember } from './writer.js';

/** What one walk knows. */
type Walk = {
  /** Containers on the way down: one that is met again holds itself. */
  readonly open: Set<object>;
  readonly maxDepth: number;
  readonly clean: (text: string) => string;
  /** Is told what JSON has no place for, with where it was. */
  readonly onDropped: (path: string) => void;
};

/** A BigInt keeps all its digits as a text, and a number that is none keeps its name. */
function scalar(value: unknown, { clean }: Walk): string | number | boolean | null | undefined {
  if (typeof value === 'string') return clean(value);
  // Adding zero makes 0 of -0, which JSON does not know.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return typeof value === 'boolean' || value === null ? value : undefined;
}

function toMembers(value: object, path: string, walk: Walk): PagerDutyDetail {
  if (Array.isArray(value)) {
    const items: PagerDutyDetail[] = [];
    for (const [index, member] of value.entries()) {
      const item = toDetail(member, `${path}.${index}`, walk);
      if (item !== undefined) items.push(item);
    }
    return items;
  }
  const details: PagerDutyDetails = {};
  for (const [name, member] of Object.entries(value)) {
    const detail = toDetail(member, path === '' ? name : `${path}.${name}`, walk);
    if (detail !== undefined) setMember(details, walk.clean(name), detail);
  }
  return details;
}

function toDetail(value: unknown, path: string, walk: Walk): PagerDutyDetail | undefined {
  const detail = scalar(value, walk);
  if (detail !== undefined) return detail;
  // A member that is `undefined` is one that is not there.
  if (value === undefined) return undefined;
  const isPlain = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
  if (!isPlain || walk.open.has(value) || walk.open.size >= walk.maxDepth) {
    walk.onDropped(path);
    return undefined;
  }
  walk.open.add(value);
  const members = toMembers(value, path, walk);
  walk.open.delete(value);
  return members;
}

/**
 * Makes JSON of any value: no `undefined`, no cycle, no number that JSON would turn into null. Functions, symbols, bytes, what
 * holds itself and what lies too deep are left out and told.
 */
export function jsonSafe(value: unknown, options: Omit<Walk, 'open'>): PagerDutyDetail | undefined {
  return toDetail(value, '', { ...options, open: new Set() });
}
