/** Media that Slack cannot show in place: a link with all that describes it. */
import type { Inline, Media } from '../../document/nodes.js';
import type { SlackContext } from './context.js';

/** Writes media as text; without a URL there is no link. */
export function mediaInlines(
  { localizer, labelParts }: SlackContext,
  { kind, url, alt, title, durationMs }: Media,
): Inline[] {
  const text = (value: string): Inline => ({ type: 'text', value });
  const words = { label: localizer.t(`media.${kind}`), value: title ?? alt };
  const name: Inline[] = labelParts.map((part) => text(typeof part === 'string' ? words[part] : part.literal));
  const inlines: Inline[] = url === '' ? name : [{ type: 'link', url, children: name }];
  if (title !== undefined) inlines.push(text(` – ${alt}`));
  if (durationMs !== undefined) inlines.push(text(' · '), { type: 'duration', durationMs });
  return inlines;
}
