/** Document -> short messages. */
import type { Document } from '../../document/nodes.js';
import { LimitExceededError } from '../../kernel/errors.js';
import type { RenderContext } from '../../tenant/render-context.js';
import type { SmsTenantOptions } from '../../tenant/sms-options.js';
import { type Addresses, canReplyTo } from './address.js';
import { type Budget, type Composed, type Continued, compose, continueText, textsOf } from './compose.js';
import { createSmsContext, own, report, type SmsContext } from './context.js';
import { countLines } from './gsm7.js';
import { type Lines, linesOf } from './lines.js';
import type { SmsPayload } from './payload.js';
import { type SmsSegmentation, segmentSms } from './segments.js';
import { transliterate } from './transliterate.js';

const defaultMaxSegments = 3;
const defaultMaxFollowUps = 2;

/** The tenant's words on opting out for the longest beginning of the number; with none, those for all numbers. */
function optOutFor(context: SmsContext, { to }: Addresses, canReply: boolean): string | undefined {
  const { optOut = {} } = context.options;
  let longest = '';
  for (const prefix of Object.keys(optOut)) {
    if (prefix.length > longest.length && (to ?? '+').startsWith(prefix)) longest = prefix;
  }
  const notice = longest === '' ? undefined : optOut[longest];
  if (notice !== true) return notice;
  if (canReply) return own(context.localizer.t('sms.optOut'));
  report(context, 'dropped', 'channels.sms.optOut', 'A sender that takes no replies cannot be told to stop by one');
  return undefined;
}

type Counted = { readonly lines: Lines; readonly septets: number };

/** Spells a message in GSM-7 where its language and the tenant allow it, and all of it gets there. */
function respell(context: SmsContext, lines: Lines): Counted {
  const { localizer, options } = context;
  const { title, head } = lines;
  const texts = textsOf(lines);
  const septets = countLines(texts);
  if (septets >= 0) return { lines, septets };
  const mode = options.transliterate ?? 'letters';
  const spell = (given: readonly string[]) => transliterate(given, localizer.locale, mode);
  const spelled = spell(texts);
  if (spelled === undefined) return { lines, septets };
  const numbers = { actual: spelled.replaced, unit: 'codepoint' } as const;
  report(context, 'normalized', '', 'Characters were spelled in GSM-7, which takes fewer segments', numbers);
  const [first = '', ...rest] = spelled.texts;
  const respelled: Lines = {
    title: spell([title])?.texts[0] ?? title,
    first,
    // Every character of a shorter title is one of the title's own, or of the words around it.
    head: (text) => spell([head(text)])?.texts[0] ?? head(text),
    lines: lines.lines.map((line, index) => ({ ...line, text: rest[index] ?? line.text })),
  };
  return { lines: respelled, septets: countLines(spelled.texts) };
}

function costOf(context: SmsContext, body: string, segmentation: SmsSegmentation, budget: Budget): number {
  const { length } = segmentation.segments;
  if (segmentation.encoding === 'GSM-7') return length;
  const spelled = transliterate([body], context.localizer.locale, 'letters')?.texts[0];
  return spelled === undefined ? length : segmentSms(spelled, budget).segments.length;
}

/** Says what of the lines is in no message. */
function reportLosses(context: SmsContext, { left }: Composed, max: number): void {
  const numbers = { limit: max, unit: 'item' } as const;
  for (const { path, isCut } of left) {
    if (isCut) report(context, 'truncated', path, 'A text was cut: the message has no more segments', numbers);
    else report(context, 'dropped', path, 'A line was left out: the message has no more segments', numbers);
  }
}

function reportSplit(context: SmsContext, { bodies, lost, droppedUrls }: Continued, maxBodies: number): void {
  if (bodies.length > 0) {
    const numbers = { actual: bodies.length, unit: 'item' } as const;
    report(context, 'split', '', 'What did not fit into the first message is in others after it', numbers);
  }
  if (droppedUrls > 0) report(context, 'dropped', 'description', 'A URL that is longer than a message was left out');
  if (lost > 0) {
    const numbers = { limit: maxBodies, unit: 'item' } as const;
    report(
      context,
      'truncated',
      '',
      `The last ${lost} characters are in no message: there are no more of them`,
      numbers,
    );
  }
}

/** Writes a document as one message and, where the policy says so, more for what did not fit. */
export function renderSms(
  document: Document,
  render: RenderContext,
  options: SmsTenantOptions,
  addresses: Addresses,
): { payload: SmsPayload; followUps: SmsPayload[]; size: number } {
  const context = createSmsContext(render, options);
  const { maxSegments = defaultMaxSegments, maxFollowUps = defaultMaxFollowUps, referenceBits = 8 } = options;
  const budget: Budget = { maxSegments, referenceBits };
  const canReply = canReplyTo(addresses);
  const optOut = optOutFor(context, addresses, canReply);
  const { lines, septets } = respell(context, linesOf(context, document, { canReply, optOut }));

  const toPayload = (body: string, segmentation: SmsSegmentation): SmsPayload => {
    const { encoding, segments, culprits } = segmentation;
    const { to, from, kind } = addresses;
    const costIfTransliterated = costOf(context, body, segmentation, budget);
    const message: SmsPayload = { body, encoding, segments, culprits, costIfTransliterated };
    if (to !== undefined) message.to = to;
    if (from !== undefined) message[kind === 'service' ? 'messagingServiceSid' : 'from'] = from;
    return message;
  };

  const composed = compose(lines, septets, budget);
  const payload = toPayload(composed.body, composed.segmentation);
  let size = composed.segmentation.segments.length;
  if (composed.left.length === 0) return { payload, followUps: [], size };
  if (render.overflow === 'error') {
    const actual = segmentSms(textsOf(lines).join('\n'), budget).segments.length;
    throw new LimitExceededError({ path: '', limit: maxSegments, actual, unit: 'segments' });
  }
  if (render.overflow === 'truncate' || maxFollowUps === 0) {
    reportLosses(context, composed, maxSegments);
    return { payload, followUps: [], size };
  }
  const text = composed.left.map((line) => line.text).join('\n');
  const { t } = render.localizer;
  const mark = (index: number, total: number): string => own(t('sms.part', { index, total }));
  const continued = continueText(text, { ...budget, maxBodies: maxFollowUps }, mark);
  reportSplit(context, continued, maxFollowUps);
  const followUps: SmsPayload[] = [];
  for (const body of continued.bodies) {
    const segmentation = segmentSms(body, budget);
    size += segmentation.segments.length;
    followUps.push(toPayload(body, segmentation));
  }
  return { payload, followUps, size };
}
