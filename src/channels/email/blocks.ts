/** Prepared blocks -> HTML, one template a kind. What a block prints does not depend on what stands around it. */
import {
  type Action,
  type Block,
  type BlockHandlers,
  handleBlock,
  type Inline,
  type Kpi,
  type Media,
} from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { actionsTemplate } from '../../generated/templates/email/actions.js';
import { calloutTemplate } from '../../generated/templates/email/callout.js';
import { codeTemplate } from '../../generated/templates/email/code.js';
import { dividerTemplate } from '../../generated/templates/email/divider.js';
import { factsTemplate } from '../../generated/templates/email/facts.js';
import { fragmentTemplate } from '../../generated/templates/email/fragment.js';
import { headingTemplate } from '../../generated/templates/email/heading.js';
import { type KpisContext, kpisTemplate } from '../../generated/templates/email/kpis.js';
import { listTemplate } from '../../generated/templates/email/list.js';
import { mediaTemplate } from '../../generated/templates/email/media.js';
import { paragraphTemplate } from '../../generated/templates/email/paragraph.js';
import { quoteTemplate } from '../../generated/templates/email/quote.js';
import { sectionTemplate } from '../../generated/templates/email/section.js';
import { stackTemplate } from '../../generated/templates/email/stack.js';
import type { TileContext } from '../../generated/templates/email/tile.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import { printChart } from './chart-print.js';
import { type EmailContext, orMark } from './context.js';
import { messageIdDomain } from './headers.js';
import { imageNameIn, partId } from './images.js';
import { toWords } from './inline.js';
import { type EmailFragment, noHtml, sanitizedHtml } from './markup.js';
import { printTable } from './table.js';
import { colors } from './tokens.js';

const print = {
  actions: /* @__PURE__ */ createRender(actionsTemplate),
  callout: /* @__PURE__ */ createRender(calloutTemplate),
  code: /* @__PURE__ */ createRender(codeTemplate),
  divider: /* @__PURE__ */ createRender(dividerTemplate),
  facts: /* @__PURE__ */ createRender(factsTemplate),
  fragment: /* @__PURE__ */ createRender(fragmentTemplate),
  heading: /* @__PURE__ */ createRender(headingTemplate),
  kpis: /* @__PURE__ */ createRender(kpisTemplate),
  list: /* @__PURE__ */ createRender(listTemplate),
  media: /* @__PURE__ */ createRender(mediaTemplate),
  paragraph: /* @__PURE__ */ createRender(paragraphTemplate),
  quote: /* @__PURE__ */ createRender(quoteTemplate),
  section: /* @__PURE__ */ createRender(sectionTemplate),
  stack: /* @__PURE__ */ createRender(stackTemplate),
};

/** How a figure moves. */
const arrows = { up: '▲', down: '▼', flat: '▬' } as const;

/** What a figure is measured against and how it moves; never by colour or arrow alone. */
function noteOf({ localizer: { t }, print: values }: EmailContext, kpi: Kpi): string {
  const printed = (inline: Inline): string => inlineText([inline], values);
  let note = '';
  const add = (part: string): void => {
    // A line never begins with the dot.
    note += note === '' ? part : `\u00a0· ${part}`;
  };
  if (kpi.threshold !== undefined) add(t('kpi.threshold', { value: printed(kpi.threshold) }));
  if (kpi.target !== undefined) add(t('kpi.target', { value: printed(kpi.target) }));
  if (kpi.previous !== undefined) add(t('kpi.previous', { value: printed(kpi.previous) }));
  if (kpi.direction !== undefined || kpi.delta !== undefined) {
    const change = kpi.delta === undefined ? t(`trend.${kpi.direction ?? 'flat'}`) : printed(kpi.delta);
    add(kpi.direction === undefined ? change : `${arrows[kpi.direction]}\u00a0${change}`);
  }
  return note;
}

const verdicts = {
  good: { id: 'assessment.good', tone: 'cf-good', tint: colors.good },
  bad: { id: 'assessment.bad', tone: 'cf-bad', tint: colors.bad },
} as const;

function tileOf(context: EmailContext, kpi: Kpi): TileContext {
  const { assessment = 'neutral' } = kpi;
  const judged = assessment === 'neutral' ? undefined : verdicts[assessment];
  return {
    label: kpi.label,
    value: orMark(inlineText([kpi.value], context.print)),
    note: noteOf(context, kpi),
    verdict: judged === undefined ? '' : context.localizer.t(judged.id),
    tone: judged?.tone ?? '',
    tint: judged?.tint ?? colors.ink,
    ...(kpi.note !== undefined && { remark: kpi.note }),
  };
}

/** Figures by twos. */
function tileRows(context: EmailContext, items: readonly Kpi[]): KpisContext['rows'] {
  const rows: { left: TileContext; right?: TileContext }[] = [];
  for (let index = 0; index < items.length; index += 2) {
    const [left, right] = [items[index], items[index + 1]];
    if (left === undefined) break;
    const row = { left: tileOf(context, left) };
    rows.push(right === undefined ? row : { ...row, right: tileOf(context, right) });
  }
  return rows;
}

/** The first button has the accent, unless another is the primary one; what is dangerous says so by its colour too. */
function buttonOf(context: EmailContext, { label, url = '', style }: Action, isMain: boolean) {
  const ground = style === 'danger' ? colors.bad : context.accent;
  if (isMain || style !== undefined) {
    return { label, href: url, tone: 'cf-main', ground, edge: ground, ink: colors.onAccent };
  }
  return { label, href: url, tone: 'cf-alt', ground: colors.card, edge: context.accent, ink: context.accent };
}

/** What stands for a sound or a film: its kind, its title and how long it is. */
function playable(context: EmailContext, { kind, title, alt, url, durationMs }: Media): Inline[] {
  const label = context.localizer.labelled(context.localizer.t(`media.${kind}`), title ?? alt);
  const link: Inline = { type: 'link', url, children: [{ type: 'text', value: label }] };
  const described: Inline[] = title === undefined ? [] : [{ type: 'text', value: ` – ${alt}` }];
  if (durationMs === undefined) return [link, ...described];
  return [
    link,
    ...described,
    { type: 'text', value: ' (' },
    { type: 'duration', durationMs },
    { type: 'text', value: ')' },
  ];
}

const handlers: BlockHandlers<EmailContext, Html> = {
  section: ({ title, children }, context) => {
    const body = stack(context, children);
    return print.section({ body, ...(title !== undefined && { title }) }, context.template);
  },
  heading: ({ level, children }, context) =>
    print.heading({ ...toWords(context, children), isLarge: level < 3 }, context.template),
  paragraph: ({ children, path, importance }, context) => {
    const words = toWords(context, children);
    // What the reader has to do stands out from what the reader has to know.
    if (importance === 'high' && path !== undefined && callouts.has(path)) {
      return print.callout({ ...words, dir: context.dir }, context.template);
    }
    return print.paragraph(words, context.template);
  },
  list: ({ ordered, items }, context) =>
    print.list({ ordered, rtl: context.rtl, items: items.map((item) => listItem(context, item)) }, context.template),
  quote: ({ children }, context) => print.quote({ body: stack(context, children), dir: context.dir }, context.template),
  facts: ({ title, items }, context) => {
    const rows = items.map(({ label, value }) => {
      const { plain, rich } = toWords(context, value);
      return { label, plain, rich };
    });
    const { dir, rtl } = context;
    return print.facts({ dir, rtl, rows, ...(title !== undefined && { title }) }, context.template);
  },
  kpis: ({ title, items }, context) => {
    const rows = tileRows(context, items);
    return print.kpis({ dir: context.dir, rows, ...(title !== undefined && { title }) }, context.template);
  },
  table: (node, context) => printTable(context, node),
  chart: (node, context) => printChart(context, node),
  media: (node, context) => {
    if (node.kind !== 'image') return print.paragraph(toWords(context, playable(context, node)), context.template);
    const name = imageNameIn(node.url);
    const part = name === undefined ? {} : { part: partId(name, messageIdDomain(context)) };
    const { url: href, alt, title } = node;
    return print.media({ href, alt, ...part, ...(title !== undefined && { title }) }, context.template);
  },
  code: ({ value }, context) => print.code({ value }, context.template),
  divider: (_node, context) => print.divider({}, context.template),
  actions: ({ items }, context) => {
    const main = Math.max(
      0,
      items.findIndex(({ style }) => style === 'primary'),
    );
    const buttons = items.map((action, index) => buttonOf(context, action, index === main));
    return print.actions({ dir: context.dir, rtl: context.rtl, buttons }, context.template);
  },
  custom: ({ payload }, context) =>
    print.fragment({ html: sanitizedHtml((payload as EmailFragment).html) }, context.template),
};

/** Paragraphs that a reader must not miss, by where they come from. */
const callouts: ReadonlySet<string> = new Set(['actionRequired', 'email.note']);

function listItem(context: EmailContext, item: readonly Block[]) {
  const [only] = item;
  if (item.length === 1 && only?.type === 'paragraph') return toWords(context, only.children);
  return { plain: '', rich: noHtml, body: stack(context, item) };
}

/** Prints blocks below one another. */
export function stack(context: EmailContext, blocks: readonly Block[]): Html {
  return print.stack({ blocks: blocks.map((block) => ({ html: printBlock(context, block) })) }, context.template);
}

/** Prints one block. */
export function printBlock(context: EmailContext, block: Block): Html {
  return handleBlock(handlers, block, context);
}
