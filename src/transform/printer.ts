/** Prints values and the words around them for one call. */
import type { DateInline } from '../document/nodes.js';
import type { PlainTextLabels, ValuePrinter } from '../document/plain-text.js';
import type { RenderContext } from '../tenant/render-context.js';

/** Prints values in the reader's language and zone. Names of people stay as the document has them. */
export function createPrinter({ localizer, nowMs }: RenderContext): ValuePrinter {
  return {
    number: (node) => localizer.number(node.value, node),
    money: ({ amount, currency, maxFractionDigits }) => localizer.money(amount, currency, maxFractionDigits),
    date: ({ value, style = 'datetime' }: DateInline) => {
      if (style !== 'relative') return localizer.date(value, style);
      return nowMs === undefined ? localizer.date(value) : localizer.relative(value, nowMs);
    },
    duration: ({ durationMs }) => localizer.duration(durationMs),
    mention: ({ ref }) => ref,
  };
}

/** The words that key figures need. */
export function createLabels({ localizer: { t, labelled } }: RenderContext): Required<PlainTextLabels> {
  return {
    labelled,
    threshold: (value) => t('kpi.threshold', { value }),
    target: (value) => t('kpi.target', { value }),
    previous: (value) => t('kpi.previous', { value }),
    assessment: (assessment) => (assessment === 'neutral' ? '' : t(`assessment.${assessment}`)),
  };
}
