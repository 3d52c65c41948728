/** What territories of statements are called. */
import type { ReportContext } from '../../report/context.js';

/** Names a territory: a country by its code, or the world, which statements write `WW`. */
export const territoryName = ({ localizer }: ReportContext, code: string): string =>
  code === 'WW' ? localizer.t('region.world') : localizer.region(code);
