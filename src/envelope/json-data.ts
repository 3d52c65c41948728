/** Tells what JSON cannot say before `JSON.stringify` leaves it out, writes `null` for it or calls a method of it. */
import type { Issue } from '../kernel/errors.js';

/** Deeper data overflows the stack of common parsers (Jackson refuses more than 1,000 levels, .NET more than 64). */
const maxDepth = 256;
/** From here on ancestors are compared: a circle passes every depth, and most data never get here. */
const circleDepth = 24;

type Walk = {
  readonly issues: Issue[];
  readonly ancestors: object[];
  /** Where the walk is; joined only when there is something to report. */
  readonly path: PropertyKey[];
  hasBytes: boolean;
};

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** Tells a record from an instance of a class, also one that another realm made. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function report(walk: Walk, expected: string): void {
  walk.issues.push({ path: walk.path.map(String).join('.'), message: `expected ${expected}`, expected });
}

const scalarProblem = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? undefined : 'well-formed text, without lone surrogates';
    case 'number':
      return Number.isFinite(value) ? undefined : 'a finite number';
    case 'boolean':
      return undefined;
    case 'bigint':
      return 'a number or a string, JSON has no bigint';
    case 'undefined':
      return 'a value, or no member';
    default:
      return `JSON, not a ${typeof value}`;
  }
};

function visit(value: unknown, walk: Walk): void {
  if (typeof value !== 'object') {
    const problem = scalarProblem(value);
    if (problem !== undefined) report(walk, problem);
  } else if (isBytes(value)) {
    walk.hasBytes = true;
  } else if (value !== null) {
    descend(value, walk);
  }
}

function descend(value: object, walk: Walk): void {
  const { ancestors, path } = walk;
  if (ancestors.length >= circleDepth && ancestors.includes(value)) {
    report(walk, 'data without a circle');
    return;
  }
  if (ancestors.length >= maxDepth) {
    report(walk, `at most ${maxDepth} levels`);
    return;
  }
  ancestors.push(value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      visit(value[index], walk);
      path.pop();
    }
  } else if (isPlain(value)) {
    visitMembers(value as Record<string, unknown>, walk);
  } else {
    report(walk, 'a plain object, not an instance of a class');
  }
  ancestors.pop();
}

function visitMembers(object: Record<string, unknown>, walk: Walk): void {
  for (const key of Object.keys(object)) {
    if (!key.isWellFormed()) report(walk, 'well-formed names of members');
    walk.path.push(key);
    visit(object[key], walk);
    walk.path.pop();
  }
}

/** Finds everything in a value that JSON cannot say, and whether bytes are inside of it. */
export function checkJson(value: unknown, root: string): { issues: Issue[]; hasBytes: boolean } {
  const walk: Walk = { issues: [], ancestors: [], path: [root], hasBytes: false };
  visit(value, walk);
  return { issues: walk.issues, hasBytes: walk.hasBytes };
}

/** Copies checked data with base64 (RFC 4648 section 4) in place of bytes; `onBytes` is told where. */
export function withoutBytes(value: unknown, path: string, onBytes: (path: string) => void): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isBytes(value)) {
    onBytes(path);
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  }
  if (Array.isArray(value)) return value.map((item, index) => withoutBytes(item, `${path}.${index}`, onBytes));
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    // Not assigned: a member called `__proto__` would become the prototype.
    Object.defineProperty(copy, key, {
      value: withoutBytes(member, `${path}.${key}`, onBytes),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

/** JSON with the members of every object in the order of their names: the same for equal data. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
