/** The state of rendering one mail: who reads, where in the document we are, what has been referred to. */
import type { Chart, DateInline, Direction, NumberInline } from '../../document/nodes.js';
import type { ValuePrinter } from '../../document/plain-text.js';
import { hasRtl } from '../../i18n/bidi.js';
import type { Localizer } from '../../i18n/localizer.js';
import type { Diagnostic, DiagnosticCode, Unit } from '../../kernel/diagnostics.js';
import { cleanLine, cleanText } from '../../sanitize/text.js';
import type { RenderOptions } from '../../template/options.js';
import { type EmailCharts, type EmailTenantOptions, emailChannel } from '../../tenant/email-options.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { isLegible } from './contrast.js';
import type { InlineImage } from './images.js';
import { colors } from './tokens.js';

/** A picture that was drawn for the mail. */
export type DrawnChart = { readonly name: string; readonly bytes: Uint8Array; readonly widthPx: number };

/** What stands for a chart. `none`: there is nothing to draw. */
export type ChartFigure = {
  readonly form: 'bars' | 'heat' | 'gauge' | 'image' | 'table' | 'none';
  /** The chart, or of many points those that shape it most. */
  readonly shown: Chart;
  readonly notes: readonly string[];
  readonly image?: DrawnChart;
};

export type EmailContext = {
  readonly render: RenderContext;
  /** What templates get beside their variables. */
  readonly template: RenderOptions;
  readonly localizer: Localizer;
  readonly options: EmailTenantOptions;
  readonly dir: Direction;
  readonly rtl: boolean;
  /** The one colour of buttons and links. */
  readonly accent: string;
  /** Pictures that came with the call, by the name in `cid:`. */
  readonly images: ReadonlyMap<string, InlineImage>;
  /** Names of those that the document shows. */
  readonly shownImages: Set<string>;
  /** How charts are shown. */
  readonly charts: EmailCharts;
  /** What stands for each chart; nothing for those of which only words are left. */
  readonly figures: Map<Chart, ChartFigure>;
  readonly print: ValuePrinter;
  /** Characters of all texts that were read: the HTML cannot take less bytes. */
  chars: number;
  /** Where in the input the block being read comes from. */
  path: string;
  /** Something can be seen in the HTML only, or has to be isolated in plain text. */
  needsTextForm: boolean;
  /** The document has times of day, so the zone is named. */
  showsTime: boolean;
};

/** Starts a mail. */
export function createEmailContext(
  render: RenderContext,
  dir: Direction,
  images: ReadonlyMap<string, InlineImage>,
  charts?: EmailCharts,
): EmailContext {
  const { localizer, tenant } = render;
  const options = tenant.channel(emailChannel);
  const numbers = new Map<NumberInline, string>();
  let lastDate: { readonly value: number; readonly style: DateInline['style']; readonly text: string } | undefined;
  return {
    render,
    template: { localizer, dir },
    localizer,
    options,
    dir,
    rtl: dir === 'rtl',
    accent: accentOf(render),
    images,
    shownImages: new Set(),
    charts: charts ?? options.charts ?? 'bars',
    figures: new Map(),
    chars: 0,
    path: '',
    needsTextForm: dir === 'rtl',
    showsTime: false,
    print: {
      number: (node) => {
        // HTML and text print the same nodes.
        const known = numbers.get(node);
        if (known !== undefined) return known;
        const text = localizer.number(node.value, node);
        numbers.set(node, text);
        return text;
      },
      money: (node) => localizer.money(node.amount, node.currency, node.maxFractionDigits),
      date: ({ value, style = 'datetime' }) => {
        // A mail is read later than it is written: "5 minutes ago" would be wrong by then.
        const lasting = style === 'relative' ? 'datetime' : style;
        // An alert names its start more than once, and a date costs a microsecond.
        if (lastDate?.value !== value || lastDate.style !== lasting) {
          lastDate = { value, style: lasting, text: localizer.date(value, lasting) };
        }
        return lastDate.text;
      },
      duration: (node) => localizer.duration(node.durationMs),
      mention: (node) => node.ref,
    },
  };
}

function accentOf({ tenant, diagnostics }: RenderContext): string {
  const color = tenant.config.brand?.color;
  if (color === undefined || isLegible(color)) return color ?? colors.accent;
  const message = 'The brand colour is too pale for text and buttons, another one is used';
  diagnostics.push({ code: 'fallback', severity: 'info', path: 'brand.color', message });
  return colors.accent;
}

/** Reports once a code and path, however many values of a block are concerned. */
export function report(
  { render: { diagnostics } }: EmailContext,
  code: DiagnosticCode,
  path: string,
  message: string,
  numbers: { limit?: number; actual?: number; unit?: Unit } = {},
): void {
  if (diagnostics.some((known) => known.code === code && known.path === path)) return;
  const severity: Diagnostic['severity'] = code === 'truncated' || code === 'dropped' ? 'warning' : 'info';
  diagnostics.push({ code, severity, path, message, ...numbers });
}

/** Printable ASCII and line breaks: nothing to clean, nothing that could be written from right to left. */
const special = /[^\n\x20-\x7e]/;
const specialInLine = /[^\x20-\x7e]|^ | $/;

/** Removes from a text what must never be shown, and says so. */
export function clean(context: EmailContext, raw: string): string {
  context.chars += raw.length;
  if (!special.test(raw)) return raw;
  const text = cleanText(raw);
  if (text !== raw) report(context, 'sanitized', context.path, 'Control or direction characters were removed');
  if (hasRtl(text)) context.needsTextForm = true;
  return text;
}

/** The same for what stands on one line. */
export function cleanOneLine(context: EmailContext, raw: string): string {
  if (specialInLine.test(raw)) return cleanLine(clean(context, raw));
  context.chars += raw.length;
  return raw;
}

/** Stands where a value is empty, so that nobody takes the gap for a defect. */
const emptyMark = '–';

/** Puts a mark where there is nothing to show. */
export function orMark(text: string): string {
  return text.charCodeAt(0) > 0x20 || /\S/.test(text) ? text : emptyMark;
}
