/** Brings an event under the size that PagerDuty takes: the largest details go first, and are named. */
import { LimitExceededError } from '../../kernel/errors.js';
import { fitText } from '../../kernel/fit.js';
import { measure } from '../../kernel/measure.js';
import type { PagerDutyContext } from './context.js';
import { maxNamedOmissions, maxOmissionNameChars, pagerDutyLimits } from './limits.js';
import type { PagerDutyDetail, PagerDutyDetails, PagerDutyImage, PagerDutyLink } from './payload.js';
import { put, setMember, type Writer } from './writer.js';

type Container = PagerDutyDetails | PagerDutyDetail[];

/** Something that can leave on its own, with what it costs as JSON. */
type Leaf = { readonly parent: PagerDutyDetails; readonly name: string; readonly path: string; readonly bytes: number };

/** The parts of an event that have no limit of their own. */
export type Shrinkable = {
  readonly payload: { custom_details?: PagerDutyDetails };
  links?: PagerDutyLink[];
  images?: PagerDutyImage[];
};

const bytesOf = (value: unknown): number => measure(JSON.stringify(value), 'byte');

const isContainer = (value: PagerDutyDetail | undefined): value is Container =>
  typeof value === 'object' && value !== null;

/** Whether an array would be another one without one of its entries: series of values leave whole. */
const isSeries = (value: PagerDutyDetail[]): boolean => !value.some(isContainer);

/** Everything below a container that can leave, by an explicit stack: details may be deep. */
function leavesOf(details: PagerDutyDetails): Leaf[] {
  const leaves: Leaf[] = [];
  const stack: { readonly container: Container; readonly path: string }[] = [{ container: details, path: '' }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { container } = next;
    for (const [name, value] of Object.entries(container)) {
      const path = next.path === '' ? name : `${next.path}.${name}`;
      if (isContainer(value) && !(Array.isArray(value) && isSeries(value))) stack.push({ container: value, path });
      // An entry of an array is not taken out, as its neighbours would get other numbers.
      else if (!Array.isArray(container)) {
        leaves.push({ parent: container, name, path, bytes: bytesOf(name) + bytesOf(value) + 2 });
      }
    }
  }
  return leaves;
}

/** What was left out so far. */
type Loss = { readonly names: [string, number][]; count: number };

function reportLeaf({ render }: PagerDutyContext, loss: Loss, path: string, bytes: number, max: number): void {
  loss.count += 1;
  if (loss.names.length >= maxNamedOmissions) return;
  const name = fitText(path, maxOmissionNameChars).text;
  loss.names.push([name, bytes]);
  const numbers = { limit: max, actual: bytes, unit: 'byte' } as const;
  const message = 'A detail was left out: the event would be larger than PagerDuty takes';
  render.diagnostics.push({ code: 'dropped', severity: 'warning', path: name, message, ...numbers });
}

/** Takes out the largest details until so many bytes are saved. */
function dropLeaves(
  context: PagerDutyContext,
  details: PagerDutyDetails,
  wanted: number,
  max: number,
  loss: Loss,
): void {
  const leaves = leavesOf(details).sort((a, b) => b.bytes - a.bytes);
  let saved = 0;
  for (const { parent, name, path, bytes } of leaves) {
    if (saved >= wanted) return;
    delete parent[name];
    saved += bytes;
    reportLeaf(context, loss, path, bytes, max);
  }
}

/** Whatever is left of containers of containers. */
function dropMembers(
  context: PagerDutyContext,
  details: PagerDutyDetails,
  wanted: number,
  max: number,
  loss: Loss,
): void {
  const sizes = Object.entries(details).map(([name, value]) => ({ name, bytes: bytesOf(name) + bytesOf(value) + 2 }));
  let saved = 0;
  for (const { name, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) {
    if (saved >= wanted) return;
    delete details[name];
    saved += bytes;
    reportLeaf(context, loss, name, bytes, max);
  }
}

/** Removes members that hold nothing any more. */
function prune(details: PagerDutyDetails): void {
  for (const [name, value] of Object.entries(details)) {
    if (!isContainer(value) || Array.isArray(value)) continue;
    prune(value);
    if (Object.keys(value).length === 0) delete details[name];
  }
}

/** Shortens a list from its end until so many bytes are saved. */
function dropEnd(
  context: PagerDutyContext,
  list: unknown[] | undefined,
  kind: 'links' | 'images',
  wanted: number,
): number {
  if (list === undefined) return 0;
  const total = list.length;
  let saved = 0;
  while (saved < wanted && list.length > 0) saved += bytesOf(list.pop()) + 1;
  if (list.length < total) {
    const message = `The last ${kind} were left out: the event would be larger than PagerDuty takes`;
    const numbers = { limit: list.length, actual: total, unit: 'item' } as const;
    context.render.diagnostics.push({ code: 'dropped', severity: 'warning', path: kind, message, ...numbers });
  }
  return saved;
}

/** Names in the event what is not in it: twenty at most, with their sizes, and how many in all. */
function writeNote({ localizer, render }: PagerDutyContext, writer: Writer, loss: Loss): void {
  const items: PagerDutyDetails = {};
  for (const [name, bytes] of loss.names) setMember(items, name, bytes);
  put(writer, 'omitted', { note: localizer.t('overflow.facts', { count: loss.count }), bytes: items });
  const unnamed = loss.count - loss.names.length;
  if (unnamed === 0) return;
  const message = `${unnamed} more details were left out: the event would be larger than PagerDuty takes`;
  const numbers = { limit: loss.names.length, actual: loss.count, unit: 'item' } as const;
  render.diagnostics.push({ code: 'dropped', severity: 'warning', path: '', message, ...numbers });
}

/** Room for the names of what was left out. */
const noteBytes = maxNamedOmissions * (maxOmissionNameChars * 3 + 24) + 1000;

/** Makes an event fit. Returns its size if it was measured. @throws LimitExceededError under `overflow: 'error'` */
export function fitEvent(context: PagerDutyContext, event: Shrinkable, writer: Writer): number | undefined {
  const max = context.options.maxEventBytes ?? pagerDutyLimits.event.max;
  if (context.bytesAtMost <= max) return undefined;
  const actual = bytesOf(event);
  if (actual <= max) return actual;
  if (context.render.overflow === 'error') throw new LimitExceededError({ path: '', limit: max, actual, unit: 'byte' });
  // Lists of links that take half of an event are no help to anybody, and details must not leave for them.
  const besideBytes = bytesOf(event.images ?? []) + bytesOf(event.links ?? []);
  const surplus = Math.min(besideBytes - max / 2, actual + noteBytes - max);
  const saved = dropEnd(context, event.images, 'images', surplus);
  dropEnd(context, event.links, 'links', surplus - saved);
  if (event.images?.length === 0) delete event.images;
  if (event.links?.length === 0) delete event.links;
  const details = event.payload.custom_details;
  if (details !== undefined) shrinkDetails(context, event, details, writer, max);
  return bytesOf(event);
}

function shrinkDetails(
  context: PagerDutyContext,
  event: Shrinkable,
  details: PagerDutyDetails,
  writer: Writer,
  max: number,
): void {
  const loss: Loss = { names: [], count: 0 };
  const excess = (): number => {
    const bytes = bytesOf(event);
    return loss.count === 0 && bytes <= max ? 0 : bytes + noteBytes - max;
  };
  dropLeaves(context, details, excess(), max, loss);
  prune(details);
  dropMembers(context, details, excess(), max, loss);
  if (loss.count > 0) writeNote(context, writer, loss);
}
