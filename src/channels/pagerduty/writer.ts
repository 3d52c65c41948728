/** Puts details under names, none of which is lost to another. */
import type { PagerDutyDetail, PagerDutyDetails } from './payload.js';

export type Writer = {
  readonly target: PagerDutyDetails;
  /** How often a name was wanted, once it was wanted twice. */
  copies: Map<string, number> | undefined;
  /** The text that grows under a name, by the name that was wanted. */
  texts: Map<string, string> | undefined;
};

export const createWriter = (): Writer => ({ target: {}, copies: undefined, texts: undefined });

/** Sets a member; unlike an assignment this makes `__proto__` one like any other. */
export function setMember(target: PagerDutyDetails, name: string, value: PagerDutyDetail): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Stands for a name that is empty. */
const noName = '–';

/** Puts a value under a name, or beside the one that has it: `region (2)`. Returns the name it got. */
export function put(writer: Writer, wanted: string, value: PagerDutyDetail): string {
  const base = wanted === '' ? noName : wanted;
  let name = base;
  if (Object.hasOwn(writer.target, name)) {
    writer.copies ??= new Map();
    // The number of the last copy is kept: thousands of the same name must not each count from two.
    let copy = writer.copies.get(base) ?? 1;
    do {
      copy += 1;
      name = `${base} (${copy})`;
    } while (Object.hasOwn(writer.target, name));
    writer.copies.set(base, copy);
  }
  setMember(writer.target, name, value);
  return name;
}

/** Adds a paragraph to the text under a name. */
export function putText(writer: Writer, wanted: string, text: string): void {
  writer.texts ??= new Map();
  const name = writer.texts.get(wanted);
  if (name === undefined) writer.texts.set(wanted, put(writer, wanted, text));
  else setMember(writer.target, name, `${String(writer.target[name])}\n\n${text}`);
}
