/** Images, and links for what Teams does not play. */
import type { Inline, Media } from '../../document/nodes.js';
import { pushRich, recount } from './chunk.js';
import { omit, push, report, type TeamsContext } from './context.js';
import { appendInlines, teamsUrl } from './inline.js';
import { inert, jsonSize, label } from './leaf.js';
import { teamsLimits } from './limits.js';
import type { CardElement, CardImage } from './payload.js';
import { createRun, oneText, toll } from './run.js';

/** Writes media as text; without a URL there is no link. */
export function mediaInlines({ localizer }: TeamsContext, { kind, url, alt, title, durationMs }: Media): Inline[] {
  const text = (value: string): Inline => ({ type: 'text', value });
  const label = localizer.t(`media.${kind}`);
  const name = localizer.labelParts.map((part) =>
    text(part === 'label' ? label : part === 'value' ? (title ?? alt) : part.literal),
  );
  const inlines: Inline[] = url === '' ? name : [{ type: 'link', url, children: name }];
  if (title !== undefined) inlines.push(text(` – ${alt}`));
  if (durationMs !== undefined) inlines.push(text(' · '), { type: 'duration', durationMs });
  return inlines;
}

function pushAsText(context: TeamsContext, node: Media): void {
  const out = createRun(context);
  appendInlines(out, mediaInlines(context, node));
  pushRich(context, out);
}

/** Writes an image, which opens in full; audio and video as a link, since Teams does not play them. */
export function pushMedia(context: TeamsContext, node: Media): void {
  if (node.kind !== 'image') {
    report(context, 'fallback', context.path, 'Teams plays no media, so there is a link');
    pushAsText(context, node);
    return;
  }
  const url = teamsUrl(context, node.url);
  // Teams fetches images over HTTPS only. Without one its description still says what it shows.
  if (url === undefined || !url.startsWith('https:')) {
    if (url !== undefined) report(context, 'fallback', context.path, 'An image that is not on HTTPS is a link');
    pushAsText(context, url === undefined ? { ...node, url: '' } : node);
    if (url === undefined) omit(context, 'images', 1);
    return;
  }
  const max = Math.min(teamsLimits.altText.max, Math.floor((context.maxPieceBytes - url.length) / 6));
  const altText = inert(label(context, node.alt, max));
  const image: CardImage = { type: 'Image', url, altText, size: 'Stretch' };
  const opens = 2 * url.length < context.maxPieceBytes / 2;
  if (opens) image.selectAction = { type: 'Action.OpenUrl', url };
  const caption = node.title;
  const elements: CardElement[] = [image];
  if (caption === undefined) {
    // Exactly what it takes, without writing it: a safe URL is ASCII that JSON has nothing to escape in.
    const { units, bytes } = jsonSize(altText);
    const around = opens ? openImageToll + 2 * url.length : imageToll + url.length;
    context.units = units + around;
    context.bytes = bytes + around;
  } else {
    elements.push(oneText(context, label(context, caption, max), captionStyle, 'Small'));
    recount(context, elements);
  }
  push(context, elements, 'images', 1);
}

const imageSkeleton = { type: 'Image', url: '', altText: '', size: 'Stretch' } as const;
const imageToll = toll([imageSkeleton]) - 1;
const openImageToll = toll([{ ...imageSkeleton, selectAction: { type: 'Action.OpenUrl', url: '' } }]) - 1;

const captionStyle = { isSubtle: true, size: 'Small' } as const;
