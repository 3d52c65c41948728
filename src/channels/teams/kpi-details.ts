/** The words beside a key figure. */
import type { Inline, Kpi } from '../../document/nodes.js';
import type { TeamsContext } from './context.js';
import { flatInline } from './inline.js';
import { isolatedOrMark, oneLine } from './leaf.js';

/** How a figure moves. */
const arrows = { up: '▲', down: '▼', flat: '▬' } as const;

// Whole ids: one that is put together is looked up by its characters, each time.
const trends = { up: 'trend.up', down: 'trend.down', flat: 'trend.flat' } as const;
const assessments = { bad: 'assessment.bad', good: 'assessment.good' } as const;

/** What a figure is measured against, how it moves and whether that is welcome; never by colour or arrow alone. */
export function kpiDetails(context: TeamsContext, kpi: Kpi): string {
  const { t } = context.localizer;
  const print = (inline: Inline): string => oneLine(flatInline(context, inline));
  let text = '';
  const join = (part: string): void => {
    text += text === '' ? part : ` · ${part}`;
  };
  if (kpi.threshold !== undefined) join(t('kpi.threshold', { value: print(kpi.threshold) }));
  if (kpi.target !== undefined) join(t('kpi.target', { value: print(kpi.target) }));
  if (kpi.previous !== undefined) join(t('kpi.previous', { value: print(kpi.previous) }));
  if (kpi.direction !== undefined) {
    const change = kpi.delta === undefined ? t(trends[kpi.direction]) : print(kpi.delta);
    join(`${arrows[kpi.direction]} ${kpi.delta?.type === 'number' ? change : context.localizer.isolate(change)}`);
  } else if (kpi.delta !== undefined) join(t('kpi.change', { value: print(kpi.delta) }));
  if (kpi.assessment === 'bad' || kpi.assessment === 'good') join(t(assessments[kpi.assessment]));
  if (kpi.note !== undefined) join(isolatedOrMark(context, kpi.note));
  return text;
}
