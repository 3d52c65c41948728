/** What a chart shows, in words: the sentence about it, or its title. */
import type { Chart } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';

/** Writes the alternative text of a chart. */
export function altOf(
  { localizer: { t } }: ReportContext,
  chart: Omit<Chart, 'type' | 'alt'>,
  headline?: string,
): string {
  const { title } = chart;
  const kind = t(`chart.kind.${chart.kind}`);
  return headline === undefined
    ? t('chart.alt.title', { kind, title })
    : t('chart.alt.headline', { kind, title, headline });
}
