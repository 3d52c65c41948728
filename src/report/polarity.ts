/** Whether more of a figure is welcome, by its key. */
import type { Polarity } from '../tenant/report-options.js';

const higher =
  'streams listeners monthlyListeners followers saves playlistAdds streamsPerListener saveRatio popularity ' +
  'playlistFollowers playlistLikes playlistViews playlistFans completionRatio plays streams30s ' +
  'gross net revenue payable earned perStreamRate ' +
  'dau wau mau stickiness sessions sessionsPerUser sessionMedianMs listeningMs retentionRatio starts reactivations ' +
  'conversionRatio quickRatio ltv arpu ' +
  'accuracy precision recall f1 rocAuc averagePrecision r2 explainedVariance ndcg map mrr coverage mcc kappa specificity ' +
  'balancedAccuracy diversity';

const lower =
  'skipRatio churnRatio bounceRatio cancels deductions refunds unrecouped latencyMs errorRatio ' +
  'wer rmse mae mape medianAbsoluteError maxError brier logLoss ece psi driftShare cost ' +
  'mse cer perplexity';

const table: ReadonlyMap<string, Polarity> = new Map<string, Polarity>([
  ...higher.split(' ').map((key): [string, Polarity] => [key, 'higher']),
  ...lower.split(' ').map((key): [string, Polarity] => [key, 'lower']),
]);

/** The polarity of a figure: the tenant's word, else what holds for most, else none. */
export function polarityOf(key: string, own: Readonly<Record<string, Polarity>> | undefined): Polarity {
  if (own !== undefined && Object.hasOwn(own, key)) return own[key] ?? 'neutral';
  return table.get(key) ?? 'neutral';
}
