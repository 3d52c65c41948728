/** Inlines as text. Links go to the event's own list, where somebody can follow them. */
import { handleInline, type Inline, type InlineHandlers } from '../../document/nodes.js';
import { safeUrl } from '../../sanitize/url.js';
import { clean, cleanName, type PagerDutyContext, report } from './context.js';
import { maxNameChars, maxUrlChars } from './limits.js';

const web = { schemes: ['https', 'http'] } as const;
const secure = { schemes: ['https'] } as const;

/** The URL in the form in which it can be followed, or `undefined`, which is reported. A URL is never cut. */
export function eventUrl(context: PagerDutyContext, url: string, kind: 'link' | 'image'): string | undefined {
  const safe = safeUrl(url, kind === 'link' ? web : secure);
  if (safe === undefined) {
    const message =
      kind === 'link'
        ? 'A link that is no plain web address was left out'
        : 'An image without an https URL was left out';
    report(context, 'dropped', context.path, message);
    return undefined;
  }
  if (safe.length <= maxUrlChars) return safe;
  const numbers = { limit: maxUrlChars, actual: safe.length, unit: 'utf16' } as const;
  report(context, 'dropped', context.path, 'A URL that is too long was left out', numbers);
  return undefined;
}

/** Adds a link to the event. Returns its URL, if it has one that can be followed. */
export function addLink(context: PagerDutyContext, url: string, label: string): string | undefined {
  const href = eventUrl(context, url, 'link');
  if (href === undefined) return undefined;
  context.bytesAtMost += href.length * 3 + 32;
  // A URL that stands for its own text says nothing twice, and is not cut as a text would be.
  const text = label === url ? '' : cleanName(context, label, maxNameChars);
  context.links.push(text === '' || text === href ? { href } : { href, text });
  return href;
}

const linkText = (label: string, href: string | undefined): string => {
  if (href === undefined || label === href) return label;
  return label === '' ? href : `${label} (${href})`;
};

const handlers: InlineHandlers<PagerDutyContext, string> = {
  text: (node) => node.value,
  strong: (node, context) => rawText(context, node.children),
  emphasis: (node, context) => rawText(context, node.children),
  // Without its marks, text that no longer holds would read as text that does.
  deletion: (node, context) => `~~${rawText(context, node.children)}~~`,
  code: (node) => node.value,
  link: (node, context) => {
    const label = rawText(context, node.children);
    return linkText(label, addLink(context, node.url, label));
  },
  number: (node, { print }) => print.number(node),
  money: (node, { print }) => print.money(node),
  date: (node, { print }) => print.date(node),
  duration: (node, { print }) => print.duration(node),
  mention: (node, { print }) => print.mention(node),
};

function rawText(context: PagerDutyContext, inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) text += handleInline(handlers, inline, context);
  return text;
}

/** The text of inlines, clean. */
export function inlinesText(context: PagerDutyContext, inlines: readonly Inline[]): string {
  const [only] = inlines;
  const raw = inlines.length === 1 && only?.type === 'text' ? only.value : rawText(context, inlines);
  return clean(context, raw);
}
