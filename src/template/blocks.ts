/** The blocks of templates. They read own data only and call nothing that they find in it. */
import { wrongValue } from './arguments.js';
import type { BlockOptions } from './options.js';

/** Tells whether there is something to show: as in JavaScript, but an empty list is nothing. */
function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** `{{#if x}}` */
export function ifBlock(this: unknown, value: unknown, { fn, inverse }: BlockOptions): string {
  return isThere(value) ? fn(this) : inverse(this);
}

/** `{{#unless x}}` */
export function unlessBlock(this: unknown, value: unknown, { fn, inverse }: BlockOptions): string {
  return isThere(value) ? inverse(this) : fn(this);
}

/** `{{#with x}}` */
export function withBlock(this: unknown, value: unknown, { fn, inverse, data }: BlockOptions): string {
  return isThere(value) ? fn(value, { data, blockParams: [value] }) : inverse(this);
}

/** `{{#each x}}`, for lists. The inside has `@index`, `@first` and `@last`. */
export function eachBlock(this: unknown, items: unknown, { fn, inverse, data }: BlockOptions): string {
  if (!Array.isArray(items)) throw wrongValue(items, '{{#each}}', 'a list');
  if (items.length === 0) return inverse(this);
  const last = items.length - 1;
  let text = '';
  for (let index = 0; index <= last; index++) {
    const item: unknown = items[index];
    // Named one by one: a spread of Handlebars' frame costs 2.5 microseconds a step.
    const frame = {
      localizer: data.localizer,
      dir: data.dir,
      nowMs: data.nowMs,
      index,
      first: index === 0,
      last: index === last,
    };
    text += fn(item, { data: frame, blockParams: [item] });
  }
  return text;
}

/** Names the context of the whole template, for blocks within that refer to it. The template compiler writes it. */
export function scopeBlock(this: unknown, value: unknown, { fn, data }: BlockOptions): string {
  return fn(value, { data, blockParams: [value] });
}
