// Written by scripts/gen-messages.ts from locales/*.json. Do not edit: run `npm run gen`.
import type { ParsedMessage } from '../kernel/parsed-message.js';

/** Every message there is. */
export type MessageId =
  | 'action.cancel'
  | 'action.choose'
  | 'action.chooseDate'
  | 'action.confirm'
  | 'action.confirmText'
  | 'action.confirmTitle'
  | 'action.more'
  | 'alert.actionRequired'
  | 'alert.component'
  | 'alert.dashboard'
  | 'alert.ended'
  | 'alert.environment'
  | 'alert.instances'
  | 'alert.labels'
  | 'alert.lasted'
  | 'alert.many'
  | 'alert.metrics'
  | 'alert.occurrences'
  | 'alert.omittedBySource'
  | 'alert.runbook'
  | 'alert.severity'
  | 'alert.source'
  | 'alert.started'
  | 'alert.status'
  | 'alert.summary.acknowledged'
  | 'alert.summary.at'
  | 'alert.summary.firing'
  | 'alert.summary.resolved'
  | 'alert.tenants'
  | 'alert.untitled'
  | 'assessment.bad'
  | 'assessment.good'
  | 'chart.alt.constant'
  | 'chart.alt.empty'
  | 'chart.alt.extremes'
  | 'chart.alt.gaps'
  | 'chart.alt.gauge'
  | 'chart.alt.headline'
  | 'chart.alt.moreSeries'
  | 'chart.alt.range'
  | 'chart.alt.seriesConstant'
  | 'chart.alt.seriesEmpty'
  | 'chart.alt.seriesExtremes'
  | 'chart.alt.seriesRange'
  | 'chart.alt.seriesSingle'
  | 'chart.alt.single'
  | 'chart.alt.title'
  | 'chart.alt.trend'
  | 'chart.axisCut'
  | 'chart.data'
  | 'chart.kind.area'
  | 'chart.kind.bar'
  | 'chart.kind.gauge'
  | 'chart.kind.heat'
  | 'chart.kind.line'
  | 'chart.kind.pie'
  | 'chart.kind.spark'
  | 'chart.kind.stackedBar'
  | 'chart.kind.waveform'
  | 'chart.label'
  | 'chart.provisional'
  | 'chart.thinned'
  | 'column.artist'
  | 'column.before'
  | 'column.converted'
  | 'column.currency'
  | 'column.isrc'
  | 'column.original'
  | 'column.party'
  | 'column.role'
  | 'column.service'
  | 'column.share'
  | 'column.territory'
  | 'column.title'
  | 'column.use'
  | 'column.work'
  | 'email.byline'
  | 'email.detailsAttached'
  | 'email.detailsName'
  | 'email.preheader'
  | 'email.timeZone'
  | 'email.unsubscribe'
  | 'finding.aboveWhole'
  | 'finding.activeOrder'
  | 'finding.balance'
  | 'finding.citiesAboveListeners'
  | 'finding.counterFell'
  | 'finding.driftClaimed'
  | 'finding.driftDenied'
  | 'finding.funnelRises'
  | 'finding.gateMetric'
  | 'finding.listenersAboveStreams'
  | 'finding.listenersAboveStreamsBefore'
  | 'finding.matrixClass'
  | 'finding.matrixCount'
  | 'finding.matrixMetric'
  | 'finding.matrixSupport'
  | 'finding.moreClasses'
  | 'finding.moreEntered'
  | 'finding.moreLeft'
  | 'finding.netOfLines'
  | 'finding.pairsAccuracy'
  | 'finding.pairsCount'
  | 'finding.pointsListenersAboveStreams'
  | 'finding.positionGaps'
  | 'finding.refundSign'
  | 'finding.sharesSum'
  | 'finding.splitSum'
  | 'finding.streamRate'
  | 'finding.supportCount'
  | 'finding.total'
  | 'finding.tracksAboveCount'
  | 'finding.tracksAboveStreams'
  | 'grafana.above'
  | 'grafana.below'
  | 'grafana.dashboard'
  | 'grafana.dataSource'
  | 'grafana.distribution'
  | 'grafana.distributions'
  | 'grafana.levels'
  | 'grafana.mean'
  | 'grafana.off'
  | 'grafana.on'
  | 'grafana.page'
  | 'grafana.quantiles'
  | 'grafana.rate'
  | 'grafana.rates'
  | 'grafana.states'
  | 'insight.aboveMajority'
  | 'insight.accuracy'
  | 'insight.baseline'
  | 'insight.baselinePoints'
  | 'insight.baselinePointsWorse'
  | 'insight.baselineWorse'
  | 'insight.belowThreshold'
  | 'insight.calibration'
  | 'insight.calibrationGap'
  | 'insight.championAhead'
  | 'insight.championAheadClearly'
  | 'insight.championBehind'
  | 'insight.championBehindClearly'
  | 'insight.championTie'
  | 'insight.confusedPair'
  | 'insight.disparity'
  | 'insight.drift'
  | 'insight.driftFurthest'
  | 'insight.drivers'
  | 'insight.entered'
  | 'insight.enteredAmong'
  | 'insight.fell'
  | 'insight.fellPoints'
  | 'insight.fourWeeks'
  | 'insight.funnelLoss'
  | 'insight.gateAtLeast'
  | 'insight.gateAtMost'
  | 'insight.gateEqual'
  | 'insight.gateLessThan'
  | 'insight.gateMoreThan'
  | 'insight.gatesFailed'
  | 'insight.gatesPassed'
  | 'insight.halfLife'
  | 'insight.held'
  | 'insight.left'
  | 'insight.leftAmong'
  | 'insight.mix'
  | 'insight.mostSkipped'
  | 'insight.new'
  | 'insight.noDrift'
  | 'insight.notAboveMajority'
  | 'insight.offset'
  | 'insight.peakHour'
  | 'insight.priceVolume'
  | 'insight.rankMove'
  | 'insight.retentionFell'
  | 'insight.retentionRose'
  | 'insight.reversal'
  | 'insight.rose'
  | 'insight.rosePoints'
  | 'insight.runRate'
  | 'insight.topArtistShare'
  | 'insight.topCityShare'
  | 'insight.topShare'
  | 'insight.topSource'
  | 'insight.topTrackShare'
  | 'insight.turned'
  | 'insight.unrecouped'
  | 'insight.weeklyRate'
  | 'insight.worstClass'
  | 'kpi.change'
  | 'kpi.new'
  | 'kpi.points'
  | 'kpi.previous'
  | 'kpi.target'
  | 'kpi.threshold'
  | 'kpi.withheld.incomplete'
  | 'kpi.withheld.smallSample'
  | 'kpi.withheld.unequalPeriods'
  | 'kpi.withheld.withinNoise'
  | 'media.audio'
  | 'media.image'
  | 'media.video'
  | 'metric.accuracy'
  | 'metric.activeAtStart'
  | 'metric.adds'
  | 'metric.arpu'
  | 'metric.audiencePerAdd'
  | 'metric.averagePrecision'
  | 'metric.balancedAccuracy'
  | 'metric.brier'
  | 'metric.cancels'
  | 'metric.cer'
  | 'metric.churnRatio'
  | 'metric.completionRatio'
  | 'metric.completions'
  | 'metric.conversionRatio'
  | 'metric.cost'
  | 'metric.coverage'
  | 'metric.dau'
  | 'metric.diversity'
  | 'metric.driftShare'
  | 'metric.ece'
  | 'metric.effectiveShare'
  | 'metric.explainedVariance'
  | 'metric.explicitShare'
  | 'metric.f1'
  | 'metric.followerRatio'
  | 'metric.followers'
  | 'metric.gross'
  | 'metric.kappa'
  | 'metric.listeners'
  | 'metric.listeningMs'
  | 'metric.logLoss'
  | 'metric.ltv'
  | 'metric.mae'
  | 'metric.map'
  | 'metric.mape'
  | 'metric.mau'
  | 'metric.maxError'
  | 'metric.mcc'
  | 'metric.medianAbsoluteError'
  | 'metric.monthlyListeners'
  | 'metric.mrr'
  | 'metric.mse'
  | 'metric.ndcg'
  | 'metric.net'
  | 'metric.payable'
  | 'metric.perStreamRate'
  | 'metric.perplexity'
  | 'metric.playlistAdds'
  | 'metric.playlistFans'
  | 'metric.playlistFollowers'
  | 'metric.playlistLikes'
  | 'metric.playlistViews'
  | 'metric.plays'
  | 'metric.popularity'
  | 'metric.precision'
  | 'metric.psi'
  | 'metric.quantity'
  | 'metric.quickRatio'
  | 'metric.r2'
  | 'metric.reactivations'
  | 'metric.recall'
  | 'metric.refreshRatio'
  | 'metric.removals'
  | 'metric.reorders'
  | 'metric.retentionRatio'
  | 'metric.rmse'
  | 'metric.rocAuc'
  | 'metric.saveRatio'
  | 'metric.saves'
  | 'metric.serviceConcentration'
  | 'metric.sessionMedianMs'
  | 'metric.sessionP90Ms'
  | 'metric.sessions'
  | 'metric.sessionsPerUser'
  | 'metric.skipRatio'
  | 'metric.skips'
  | 'metric.specificity'
  | 'metric.starts'
  | 'metric.stickiness'
  | 'metric.streams'
  | 'metric.streams30s'
  | 'metric.streamsPerListener'
  | 'metric.streamsTotal'
  | 'metric.trackChurn'
  | 'metric.trialConversions'
  | 'metric.trials'
  | 'metric.unrecouped'
  | 'metric.wau'
  | 'metric.wer'
  | 'mlModelPerformance.atK'
  | 'mlModelPerformance.average.macro'
  | 'mlModelPerformance.average.micro'
  | 'mlModelPerformance.average.samples'
  | 'mlModelPerformance.average.weighted'
  | 'mlModelPerformance.champion'
  | 'mlModelPerformance.chart.calibration'
  | 'mlModelPerformance.chart.calibrationAxis'
  | 'mlModelPerformance.chart.confusionAxes'
  | 'mlModelPerformance.chart.gate'
  | 'mlModelPerformance.chart.pr'
  | 'mlModelPerformance.chart.prAxis'
  | 'mlModelPerformance.chart.roc'
  | 'mlModelPerformance.chart.rocAxis'
  | 'mlModelPerformance.chart.threshold'
  | 'mlModelPerformance.chart.thresholdAxis'
  | 'mlModelPerformance.chart.weakest'
  | 'mlModelPerformance.column.attribute'
  | 'mlModelPerformance.column.band'
  | 'mlModelPerformance.column.baseline'
  | 'mlModelPerformance.column.class'
  | 'mlModelPerformance.column.condition'
  | 'mlModelPerformance.column.count'
  | 'mlModelPerformance.column.drifted'
  | 'mlModelPerformance.column.feature'
  | 'mlModelPerformance.column.gate'
  | 'mlModelPerformance.column.group'
  | 'mlModelPerformance.column.interval'
  | 'mlModelPerformance.column.metric'
  | 'mlModelPerformance.column.n'
  | 'mlModelPerformance.column.note'
  | 'mlModelPerformance.column.otherModel'
  | 'mlModelPerformance.column.pValue'
  | 'mlModelPerformance.column.predicted'
  | 'mlModelPerformance.column.previous'
  | 'mlModelPerformance.column.recallInterval'
  | 'mlModelPerformance.column.result'
  | 'mlModelPerformance.column.score'
  | 'mlModelPerformance.column.share'
  | 'mlModelPerformance.column.slice'
  | 'mlModelPerformance.column.support'
  | 'mlModelPerformance.column.target'
  | 'mlModelPerformance.column.test'
  | 'mlModelPerformance.column.thisModel'
  | 'mlModelPerformance.column.threshold'
  | 'mlModelPerformance.column.truth'
  | 'mlModelPerformance.column.value'
  | 'mlModelPerformance.condition.atLeast'
  | 'mlModelPerformance.condition.atMost'
  | 'mlModelPerformance.condition.equal'
  | 'mlModelPerformance.condition.lessThan'
  | 'mlModelPerformance.condition.moreThan'
  | 'mlModelPerformance.confusedPairs'
  | 'mlModelPerformance.confusion'
  | 'mlModelPerformance.costPer'
  | 'mlModelPerformance.datasetSplit'
  | 'mlModelPerformance.drift'
  | 'mlModelPerformance.drifted.no'
  | 'mlModelPerformance.drifted.yes'
  | 'mlModelPerformance.fact.champion'
  | 'mlModelPerformance.fact.dataset'
  | 'mlModelPerformance.fact.model'
  | 'mlModelPerformance.fact.n'
  | 'mlModelPerformance.fact.stage'
  | 'mlModelPerformance.fact.task'
  | 'mlModelPerformance.fact.trainedAt'
  | 'mlModelPerformance.fact.trainingData'
  | 'mlModelPerformance.fact.verdict'
  | 'mlModelPerformance.fact.window'
  | 'mlModelPerformance.fairness'
  | 'mlModelPerformance.few'
  | 'mlModelPerformance.gate.contradicted'
  | 'mlModelPerformance.gate.failed'
  | 'mlModelPerformance.gate.passed'
  | 'mlModelPerformance.gate.unknown'
  | 'mlModelPerformance.gates'
  | 'mlModelPerformance.interval'
  | 'mlModelPerformance.latency'
  | 'mlModelPerformance.latency.max'
  | 'mlModelPerformance.latency.p50'
  | 'mlModelPerformance.latency.p90'
  | 'mlModelPerformance.latency.p95'
  | 'mlModelPerformance.latency.p99'
  | 'mlModelPerformance.metrics'
  | 'mlModelPerformance.modelVersion'
  | 'mlModelPerformance.ndcg.exponential'
  | 'mlModelPerformance.ndcg.linear'
  | 'mlModelPerformance.note.fourFifths'
  | 'mlModelPerformance.note.psi'
  | 'mlModelPerformance.note.wilson'
  | 'mlModelPerformance.perClass'
  | 'mlModelPerformance.psi.large'
  | 'mlModelPerformance.psi.moderate'
  | 'mlModelPerformance.psi.small'
  | 'mlModelPerformance.series.calibrated'
  | 'mlModelPerformance.series.chance'
  | 'mlModelPerformance.series.observed'
  | 'mlModelPerformance.series.tpr'
  | 'mlModelPerformance.series.truth'
  | 'mlModelPerformance.task.asr'
  | 'mlModelPerformance.task.binary'
  | 'mlModelPerformance.task.forecast'
  | 'mlModelPerformance.task.generation'
  | 'mlModelPerformance.task.multiclass'
  | 'mlModelPerformance.task.multilabel'
  | 'mlModelPerformance.task.ranking'
  | 'mlModelPerformance.task.regression'
  | 'mlModelPerformance.title'
  | 'mlModelPerformance.verdict.failed'
  | 'mlModelPerformance.verdict.passed'
  | 'mlModelPerformance.verdict.unknown'
  | 'overflow.actions'
  | 'overflow.blocks'
  | 'overflow.characters'
  | 'overflow.continued'
  | 'overflow.facts'
  | 'overflow.images'
  | 'overflow.items'
  | 'overflow.part'
  | 'overflow.rows'
  | 'playlistAnalytics.audience'
  | 'playlistAnalytics.column.added'
  | 'playlistAnalytics.column.artist'
  | 'playlistAnalytics.column.before'
  | 'playlistAnalytics.column.completions'
  | 'playlistAnalytics.column.move'
  | 'playlistAnalytics.column.peak'
  | 'playlistAnalytics.column.plays'
  | 'playlistAnalytics.column.position'
  | 'playlistAnalytics.column.saves'
  | 'playlistAnalytics.column.skips'
  | 'playlistAnalytics.column.title'
  | 'playlistAnalytics.concentration'
  | 'playlistAnalytics.duration'
  | 'playlistAnalytics.entered'
  | 'playlistAnalytics.left'
  | 'playlistAnalytics.meanAge'
  | 'playlistAnalytics.movers'
  | 'playlistAnalytics.note.listed'
  | 'playlistAnalytics.note.unavailable'
  | 'playlistAnalytics.owner'
  | 'playlistAnalytics.places'
  | 'playlistAnalytics.playlist'
  | 'playlistAnalytics.skips'
  | 'playlistAnalytics.title'
  | 'playlistAnalytics.topMovers'
  | 'playlistAnalytics.tracks'
  | 'region.world'
  | 'report.appendix'
  | 'report.before'
  | 'report.findings'
  | 'report.incomplete'
  | 'report.insights'
  | 'report.kpis'
  | 'report.notes'
  | 'report.period'
  | 'report.rowsOmitted'
  | 'report.rowsShown'
  | 'report.state'
  | 'report.suppressed'
  | 'revenueReport.allWorks'
  | 'revenueReport.byService'
  | 'revenueReport.byTerritory'
  | 'revenueReport.byUse'
  | 'revenueReport.currencies'
  | 'revenueReport.gross'
  | 'revenueReport.lines'
  | 'revenueReport.name'
  | 'revenueReport.net'
  | 'revenueReport.others'
  | 'revenueReport.payable'
  | 'revenueReport.payee'
  | 'revenueReport.perStream'
  | 'revenueReport.quantity'
  | 'revenueReport.rate'
  | 'revenueReport.rates'
  | 'revenueReport.sales'
  | 'revenueReport.splits'
  | 'revenueReport.title'
  | 'revenueReport.unconverted'
  | 'revenueReport.unrecouped'
  | 'severity.critical'
  | 'severity.error'
  | 'severity.info'
  | 'severity.warning'
  | 'slack.table'
  | 'sms.optOut'
  | 'sms.origin'
  | 'sms.part'
  | 'sms.reply'
  | 'spotifyArtist.age'
  | 'spotifyArtist.artist'
  | 'spotifyArtist.column.before'
  | 'spotifyArtist.column.change'
  | 'spotifyArtist.column.city'
  | 'spotifyArtist.column.country'
  | 'spotifyArtist.column.group'
  | 'spotifyArtist.column.rank'
  | 'spotifyArtist.column.rankBefore'
  | 'spotifyArtist.column.title'
  | 'spotifyArtist.gender'
  | 'spotifyArtist.gender.female'
  | 'spotifyArtist.gender.male'
  | 'spotifyArtist.gender.nonBinary'
  | 'spotifyArtist.gender.notSpecified'
  | 'spotifyArtist.note.corrections'
  | 'spotifyArtist.note.followerRatio'
  | 'spotifyArtist.note.monthlyListeners'
  | 'spotifyArtist.otherTracks'
  | 'spotifyArtist.shareOfStreams'
  | 'spotifyArtist.source.active'
  | 'spotifyArtist.source.algorithmic'
  | 'spotifyArtist.source.editorial'
  | 'spotifyArtist.source.listenerPlaylists'
  | 'spotifyArtist.source.other'
  | 'spotifyArtist.sources'
  | 'spotifyArtist.timeline'
  | 'spotifyArtist.title'
  | 'spotifyArtist.topCities'
  | 'spotifyArtist.topTracks'
  | 'status.acknowledged'
  | 'status.firing'
  | 'status.resolved'
  | 'text.empty'
  | 'text.labelled'
  | 'text.pair'
  | 'trend.down'
  | 'trend.flat'
  | 'trend.up'
  | 'use.download'
  | 'use.mechanical'
  | 'use.performance'
  | 'use.physical'
  | 'use.streamAd'
  | 'use.streamPremium'
  | 'use.sync'
  | 'use.ugc'
  | 'userEngagement.active'
  | 'userEngagement.activity'
  | 'userEngagement.allCohorts'
  | 'userEngagement.at'
  | 'userEngagement.busiestHours'
  | 'userEngagement.cohort'
  | 'userEngagement.cohortSize'
  | 'userEngagement.cohorts'
  | 'userEngagement.definition.bracket'
  | 'userEngagement.definition.nDay'
  | 'userEngagement.definition.unbounded'
  | 'userEngagement.funnel'
  | 'userEngagement.heatmap'
  | 'userEngagement.hour'
  | 'userEngagement.incompleteCells'
  | 'userEngagement.interval'
  | 'userEngagement.ltvCapped'
  | 'userEngagement.ltvHorizon'
  | 'userEngagement.ltvMargin'
  | 'userEngagement.ltvRevenue'
  | 'userEngagement.ltvUndefined'
  | 'userEngagement.ofFirst'
  | 'userEngagement.ofPrevious'
  | 'userEngagement.otherSegments'
  | 'userEngagement.retentionAt'
  | 'userEngagement.retentionCurve'
  | 'userEngagement.segment'
  | 'userEngagement.segments'
  | 'userEngagement.skipDefault'
  | 'userEngagement.skipOwn'
  | 'userEngagement.step'
  | 'userEngagement.title'
  | 'userEngagement.users'
  | 'userEngagement.usersBefore'
  | 'userEngagement.weekday';

/** Messages of one language: those of channels, or those of reports. Parsed, see `parseMessage`: a text is printed as it stands. */
export type LocaleCatalog = {
  /** BCP 47. */
  readonly locale: string;
  readonly messages: Readonly<Partial<Record<MessageId, ParsedMessage>>>;
};

type ArgumentsById = {
  'alert.instances': { readonly count: number };
  'alert.many': { readonly count: number; readonly title: string };
  'alert.omittedBySource': { readonly count: number };
  'alert.summary.acknowledged': { readonly severity: string; readonly title: string };
  'alert.summary.at': { readonly source: string; readonly summary: string; readonly time: string };
  'alert.summary.firing': { readonly severity: string; readonly title: string };
  'alert.summary.resolved': { readonly severity: string; readonly title: string };
  'chart.alt.constant': { readonly value: string };
  'chart.alt.extremes': {
    readonly high: string;
    readonly highAt: string;
    readonly low: string;
    readonly lowAt: string;
  };
  'chart.alt.gaps': { readonly count: number };
  'chart.alt.gauge': { readonly max: string; readonly min: string; readonly value: string };
  'chart.alt.headline': { readonly headline: string; readonly kind: string; readonly title: string };
  'chart.alt.moreSeries': { readonly count: number };
  'chart.alt.range': {
    readonly high: string;
    readonly highAt: string;
    readonly last: string;
    readonly lastAt: string;
    readonly low: string;
    readonly lowAt: string;
  };
  'chart.alt.seriesConstant': { readonly series: string; readonly value: string };
  'chart.alt.seriesEmpty': { readonly series: string };
  'chart.alt.seriesExtremes': {
    readonly high: string;
    readonly highAt: string;
    readonly low: string;
    readonly lowAt: string;
    readonly series: string;
  };
  'chart.alt.seriesRange': {
    readonly high: string;
    readonly highAt: string;
    readonly last: string;
    readonly lastAt: string;
    readonly low: string;
    readonly lowAt: string;
    readonly series: string;
  };
  'chart.alt.seriesSingle': { readonly series: string; readonly value: string };
  'chart.alt.single': { readonly value: string };
  'chart.alt.title': { readonly kind: string; readonly title: string };
  'chart.alt.trend': { readonly trend: string };
  'chart.label': { readonly title: string };
  'chart.thinned': { readonly kept: number; readonly total: number };
  'email.byline': { readonly source: string; readonly time: string };
  'email.detailsAttached': { readonly name: string };
  'email.preheader': { readonly byline: string; readonly excerpt: string };
  'email.timeZone': { readonly timeZone: string };
  'finding.aboveWhole': {
    readonly limit: string;
    readonly part: string;
    readonly value: string;
    readonly whole: string;
  };
  'finding.activeOrder': { readonly count: number };
  'finding.balance': { readonly derived: string; readonly stated: string; readonly what: string };
  'finding.citiesAboveListeners': { readonly sum: string; readonly total: string };
  'finding.counterFell': { readonly day: string; readonly from: string; readonly metric: string; readonly to: string };
  'finding.driftClaimed': { readonly feature: string; readonly threshold: string; readonly value: string };
  'finding.driftDenied': { readonly feature: string; readonly threshold: string; readonly value: string };
  'finding.funnelRises': {
    readonly before: string;
    readonly limit: string;
    readonly step: string;
    readonly value: string;
  };
  'finding.gateMetric': { readonly gate: string; readonly metric: string };
  'finding.listenersAboveStreams': { readonly listeners: string; readonly streams: string };
  'finding.listenersAboveStreamsBefore': { readonly listeners: string; readonly streams: string };
  'finding.matrixClass': {
    readonly derived: string;
    readonly label: string;
    readonly metric: string;
    readonly tolerance: string;
    readonly value: string;
  };
  'finding.matrixCount': { readonly n: string; readonly sum: string };
  'finding.matrixMetric': {
    readonly derived: string;
    readonly metric: string;
    readonly tolerance: string;
    readonly value: string;
  };
  'finding.matrixSupport': { readonly label: string; readonly sum: string; readonly support: string };
  'finding.moreClasses': { readonly count: number };
  'finding.moreEntered': { readonly found: string; readonly stated: string };
  'finding.moreLeft': { readonly found: string; readonly stated: string };
  'finding.netOfLines': { readonly count: number };
  'finding.pairsAccuracy': { readonly share: string; readonly value: string };
  'finding.pairsCount': { readonly n: string; readonly sum: string };
  'finding.pointsListenersAboveStreams': { readonly count: number };
  'finding.positionGaps': { readonly count: number; readonly last: number };
  'finding.refundSign': { readonly count: number };
  'finding.sharesSum': { readonly sum: string; readonly what: string; readonly whole: string };
  'finding.splitSum': { readonly sum: string; readonly work: string };
  'finding.streamRate': { readonly dsp: string; readonly rate: string; readonly territory: string };
  'finding.supportCount': { readonly n: string; readonly sum: string };
  'finding.total': { readonly parts: string; readonly total: string; readonly what: string };
  'finding.tracksAboveCount': { readonly listed: string; readonly total: string };
  'finding.tracksAboveStreams': { readonly sum: string; readonly total: string };
  'grafana.above': { readonly metric: string; readonly threshold: string };
  'grafana.below': { readonly metric: string; readonly threshold: string };
  'grafana.distribution': { readonly metric: string };
  'grafana.mean': { readonly metric: string };
  'grafana.page': { readonly index: number; readonly title: string; readonly total: number };
  'grafana.quantiles': { readonly metric: string };
  'grafana.rate': { readonly metric: string };
  'insight.aboveMajority': {
    readonly base: string;
    readonly delta: string;
    readonly label: string;
    readonly value: string;
  };
  'insight.accuracy': { readonly high: string; readonly low: string; readonly n: string; readonly value: string };
  'insight.baseline': {
    readonly baseline: string;
    readonly delta: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.baselinePoints': {
    readonly baseline: string;
    readonly delta: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.baselinePointsWorse': {
    readonly baseline: string;
    readonly delta: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.baselineWorse': {
    readonly baseline: string;
    readonly delta: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.belowThreshold': { readonly earned: string; readonly threshold: string };
  'insight.calibration': { readonly ece: string };
  'insight.calibrationGap': { readonly ece: string; readonly observed: string; readonly predicted: string };
  'insight.championAhead': {
    readonly onlyOther: string;
    readonly onlyThis: string;
    readonly other: string;
    readonly p: string;
  };
  'insight.championAheadClearly': { readonly onlyOther: string; readonly onlyThis: string; readonly other: string };
  'insight.championBehind': {
    readonly onlyOther: string;
    readonly onlyThis: string;
    readonly other: string;
    readonly p: string;
  };
  'insight.championBehindClearly': { readonly onlyOther: string; readonly onlyThis: string; readonly other: string };
  'insight.championTie': {
    readonly onlyOther: string;
    readonly onlyThis: string;
    readonly other: string;
    readonly p: string;
  };
  'insight.confusedPair': {
    readonly count: string;
    readonly label: string;
    readonly other: string;
    readonly share: string;
    readonly total: string;
  };
  'insight.disparity': { readonly attribute: string; readonly metric: string; readonly ratio: string };
  'insight.drift': { readonly drifted: string; readonly share: string; readonly total: string };
  'insight.driftFurthest': {
    readonly drifted: string;
    readonly feature: string;
    readonly score: string;
    readonly share: string;
    readonly total: string;
  };
  'insight.drivers': { readonly drivers: string; readonly metric: string; readonly share: string };
  'insight.entered': { readonly count: number; readonly titles: string };
  'insight.enteredAmong': { readonly count: number; readonly titles: string };
  'insight.fell': { readonly delta: string; readonly metric: string; readonly period: string; readonly value: string };
  'insight.fellPoints': {
    readonly delta: string;
    readonly metric: string;
    readonly period: string;
    readonly value: string;
  };
  'insight.fourWeeks': { readonly delta: string; readonly metric: string; readonly value: string };
  'insight.funnelLoss': { readonly from: string; readonly lost: string; readonly share: string; readonly to: string };
  'insight.gateAtLeast': {
    readonly gate: string;
    readonly limit: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.gateAtMost': {
    readonly gate: string;
    readonly limit: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.gateEqual': {
    readonly gate: string;
    readonly limit: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.gateLessThan': {
    readonly gate: string;
    readonly limit: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.gateMoreThan': {
    readonly gate: string;
    readonly limit: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.gatesFailed': { readonly failed: string; readonly total: string };
  'insight.gatesPassed': { readonly total: number };
  'insight.halfLife': { readonly unit: string; readonly value: string };
  'insight.held': { readonly metric: string; readonly period: string; readonly value: string };
  'insight.left': { readonly count: number; readonly titles: string };
  'insight.leftAmong': { readonly count: number; readonly titles: string };
  'insight.mix': { readonly metric: string; readonly mix: string; readonly rate: string };
  'insight.mostSkipped': { readonly position: string; readonly ratio: string; readonly title: string };
  'insight.new': { readonly metric: string; readonly period: string; readonly value: string };
  'insight.noDrift': { readonly total: number };
  'insight.notAboveMajority': { readonly base: string; readonly label: string; readonly value: string };
  'insight.offset': { readonly gains: string; readonly losses: string; readonly metric: string };
  'insight.peakHour': { readonly hour: string; readonly value: string; readonly weekday: string };
  'insight.priceVolume': { readonly metric: string; readonly price: string; readonly volume: string };
  'insight.rankMove': { readonly from: string; readonly title: string; readonly to: string };
  'insight.retentionFell': {
    readonly cohort: string;
    readonly delta: string;
    readonly first: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.retentionRose': {
    readonly cohort: string;
    readonly delta: string;
    readonly first: string;
    readonly metric: string;
    readonly value: string;
  };
  'insight.reversal': { readonly metric: string; readonly mix: string; readonly rate: string };
  'insight.rose': { readonly delta: string; readonly metric: string; readonly period: string; readonly value: string };
  'insight.rosePoints': {
    readonly delta: string;
    readonly metric: string;
    readonly period: string;
    readonly value: string;
  };
  'insight.runRate': { readonly earned: string; readonly periods: string };
  'insight.topArtistShare': { readonly artist: string; readonly share: string };
  'insight.topCityShare': { readonly city: string; readonly share: string };
  'insight.topShare': { readonly metric: string; readonly name: string; readonly share: string };
  'insight.topSource': { readonly share: string; readonly source: string };
  'insight.topTrackShare': { readonly share: string; readonly title: string };
  'insight.turned': {
    readonly metric: string;
    readonly period: string;
    readonly previous: string;
    readonly value: string;
  };
  'insight.unrecouped': { readonly amount: string };
  'insight.weeklyRate': { readonly metric: string; readonly rate: string; readonly weeks: number };
  'insight.worstClass': {
    readonly label: string;
    readonly metric: string;
    readonly support: string;
    readonly value: string;
  };
  'kpi.change': { readonly value: string };
  'kpi.points': { readonly value: string };
  'kpi.previous': { readonly value: string };
  'kpi.target': { readonly value: string };
  'kpi.threshold': { readonly value: string };
  'mlModelPerformance.atK': { readonly k: string; readonly metric: string };
  'mlModelPerformance.average.macro': { readonly metric: string };
  'mlModelPerformance.average.micro': { readonly metric: string };
  'mlModelPerformance.average.samples': { readonly metric: string };
  'mlModelPerformance.average.weighted': { readonly metric: string };
  'mlModelPerformance.chart.gate': { readonly gate: string; readonly metric: string };
  'mlModelPerformance.chart.weakest': { readonly shown: number; readonly total: number };
  'mlModelPerformance.condition.atLeast': { readonly limit: string };
  'mlModelPerformance.condition.atMost': { readonly limit: string };
  'mlModelPerformance.condition.equal': { readonly limit: string };
  'mlModelPerformance.condition.lessThan': { readonly limit: string };
  'mlModelPerformance.condition.moreThan': { readonly limit: string };
  'mlModelPerformance.costPer': { readonly per: string };
  'mlModelPerformance.datasetSplit': { readonly name: string; readonly split: string };
  'mlModelPerformance.interval': { readonly high: string; readonly low: string };
  'mlModelPerformance.modelVersion': { readonly name: string; readonly version: string };
  'mlModelPerformance.ndcg.exponential': { readonly k: string };
  'mlModelPerformance.ndcg.linear': { readonly k: string };
  'mlModelPerformance.series.truth': { readonly label: string };
  'mlModelPerformance.title': { readonly model: string };
  'overflow.actions': { readonly count: number };
  'overflow.blocks': { readonly count: number };
  'overflow.characters': { readonly count: number };
  'overflow.continued': { readonly title: string };
  'overflow.facts': { readonly count: number };
  'overflow.images': { readonly count: number };
  'overflow.items': { readonly count: number };
  'overflow.part': { readonly index: number; readonly total: number };
  'overflow.rows': { readonly count: number };
  'playlistAnalytics.note.listed': { readonly listed: number; readonly total: number };
  'playlistAnalytics.note.unavailable': { readonly count: number };
  'playlistAnalytics.title': { readonly name: string };
  'report.appendix': { readonly caption: string; readonly count: number };
  'report.rowsOmitted': { readonly count: number; readonly total: number };
  'report.rowsShown': { readonly shown: number; readonly total: number };
  'report.suppressed': { readonly count: number; readonly min: number };
  'revenueReport.rate': { readonly from: string; readonly to: string };
  'revenueReport.rates': { readonly date: string; readonly rates: string; readonly source: string };
  'revenueReport.title': { readonly period: string };
  'revenueReport.unconverted': { readonly currency: string };
  'sms.origin': { readonly source: string; readonly time: string };
  'sms.part': { readonly index: number; readonly total: number };
  'sms.reply': { readonly code: string; readonly label: string };
  'spotifyArtist.note.corrections': { readonly count: number };
  'spotifyArtist.title': { readonly name: string };
  'text.labelled': { readonly label: string; readonly value: string };
  'text.pair': { readonly first: string; readonly second: string };
  'userEngagement.at': { readonly k: number; readonly unit: string };
  'userEngagement.definition.bracket': { readonly unit: string };
  'userEngagement.definition.nDay': { readonly unit: string };
  'userEngagement.definition.unbounded': { readonly unit: string };
  'userEngagement.incompleteCells': { readonly count: number };
  'userEngagement.interval': { readonly high: string; readonly low: string; readonly metric: string };
  'userEngagement.ltvCapped': { readonly months: number };
  'userEngagement.ltvHorizon': { readonly months: number };
  'userEngagement.retentionAt': { readonly k: number; readonly unit: string };
  'userEngagement.skipOwn': { readonly definition: string };
};

/** What follows the id of a message: its arguments, if it has any. */
export type MessageArguments<Id extends MessageId> = Id extends keyof ArgumentsById ? [values: ArgumentsById[Id]] : [];

/** A date is an instant in epoch milliseconds. */
export type ArgumentKind = 'string' | 'number' | 'date';

/** Arguments by message; a message without any is absent. */
export const argumentKinds: { readonly [Id in keyof ArgumentsById]: Readonly<Record<string, ArgumentKind>> } = {
  'alert.instances': { count: 'number' },
  'alert.many': { count: 'number', title: 'string' },
  'alert.omittedBySource': { count: 'number' },
  'alert.summary.acknowledged': { severity: 'string', title: 'string' },
  'alert.summary.at': { source: 'string', summary: 'string', time: 'string' },
  'alert.summary.firing': { severity: 'string', title: 'string' },
  'alert.summary.resolved': { severity: 'string', title: 'string' },
  'chart.alt.constant': { value: 'string' },
  'chart.alt.extremes': { high: 'string', highAt: 'string', low: 'string', lowAt: 'string' },
  'chart.alt.gaps': { count: 'number' },
  'chart.alt.gauge': { max: 'string', min: 'string', value: 'string' },
  'chart.alt.headline': { headline: 'string', kind: 'string', title: 'string' },
  'chart.alt.moreSeries': { count: 'number' },
  'chart.alt.range': {
    high: 'string',
    highAt: 'string',
    last: 'string',
    lastAt: 'string',
    low: 'string',
    lowAt: 'string',
  },
  'chart.alt.seriesConstant': { series: 'string', value: 'string' },
  'chart.alt.seriesEmpty': { series: 'string' },
  'chart.alt.seriesExtremes': { high: 'string', highAt: 'string', low: 'string', lowAt: 'string', series: 'string' },
  'chart.alt.seriesRange': {
    high: 'string',
    highAt: 'string',
    last: 'string',
    lastAt: 'string',
    low: 'string',
    lowAt: 'string',
    series: 'string',
  },
  'chart.alt.seriesSingle': { series: 'string', value: 'string' },
  'chart.alt.single': { value: 'string' },
  'chart.alt.title': { kind: 'string', title: 'string' },
  'chart.alt.trend': { trend: 'string' },
  'chart.label': { title: 'string' },
  'chart.thinned': { kept: 'number', total: 'number' },
  'email.byline': { source: 'string', time: 'string' },
  'email.detailsAttached': { name: 'string' },
  'email.preheader': { byline: 'string', excerpt: 'string' },
  'email.timeZone': { timeZone: 'string' },
  'finding.aboveWhole': { limit: 'string', part: 'string', value: 'string', whole: 'string' },
  'finding.activeOrder': { count: 'number' },
  'finding.balance': { derived: 'string', stated: 'string', what: 'string' },
  'finding.citiesAboveListeners': { sum: 'string', total: 'string' },
  'finding.counterFell': { day: 'string', from: 'string', metric: 'string', to: 'string' },
  'finding.driftClaimed': { feature: 'string', threshold: 'string', value: 'string' },
  'finding.driftDenied': { feature: 'string', threshold: 'string', value: 'string' },
  'finding.funnelRises': { before: 'string', limit: 'string', step: 'string', value: 'string' },
  'finding.gateMetric': { gate: 'string', metric: 'string' },
  'finding.listenersAboveStreams': { listeners: 'string', streams: 'string' },
  'finding.listenersAboveStreamsBefore': { listeners: 'string', streams: 'string' },
  'finding.matrixClass': {
    derived: 'string',
    label: 'string',
    metric: 'string',
    tolerance: 'string',
    value: 'string',
  },
  'finding.matrixCount': { n: 'string', sum: 'string' },
  'finding.matrixMetric': { derived: 'string', metric: 'string', tolerance: 'string', value: 'string' },
  'finding.matrixSupport': { label: 'string', sum: 'string', support: 'string' },
  'finding.moreClasses': { count: 'number' },
  'finding.moreEntered': { found: 'string', stated: 'string' },
  'finding.moreLeft': { found: 'string', stated: 'string' },
  'finding.netOfLines': { count: 'number' },
  'finding.pairsAccuracy': { share: 'string', value: 'string' },
  'finding.pairsCount': { n: 'string', sum: 'string' },
  'finding.pointsListenersAboveStreams': { count: 'number' },
  'finding.positionGaps': { count: 'number', last: 'number' },
  'finding.refundSign': { count: 'number' },
  'finding.sharesSum': { sum: 'string', what: 'string', whole: 'string' },
  'finding.splitSum': { sum: 'string', work: 'string' },
  'finding.streamRate': { dsp: 'string', rate: 'string', territory: 'string' },
  'finding.supportCount': { n: 'string', sum: 'string' },
  'finding.total': { parts: 'string', total: 'string', what: 'string' },
  'finding.tracksAboveCount': { listed: 'string', total: 'string' },
  'finding.tracksAboveStreams': { sum: 'string', total: 'string' },
  'grafana.above': { metric: 'string', threshold: 'string' },
  'grafana.below': { metric: 'string', threshold: 'string' },
  'grafana.distribution': { metric: 'string' },
  'grafana.mean': { metric: 'string' },
  'grafana.page': { index: 'number', title: 'string', total: 'number' },
  'grafana.quantiles': { metric: 'string' },
  'grafana.rate': { metric: 'string' },
  'insight.aboveMajority': { base: 'string', delta: 'string', label: 'string', value: 'string' },
  'insight.accuracy': { high: 'string', low: 'string', n: 'string', value: 'string' },
  'insight.baseline': { baseline: 'string', delta: 'string', metric: 'string', value: 'string' },
  'insight.baselinePoints': { baseline: 'string', delta: 'string', metric: 'string', value: 'string' },
  'insight.baselinePointsWorse': { baseline: 'string', delta: 'string', metric: 'string', value: 'string' },
  'insight.baselineWorse': { baseline: 'string', delta: 'string', metric: 'string', value: 'string' },
  'insight.belowThreshold': { earned: 'string', threshold: 'string' },
  'insight.calibration': { ece: 'string' },
  'insight.calibrationGap': { ece: 'string', observed: 'string', predicted: 'string' },
  'insight.championAhead': { onlyOther: 'string', onlyThis: 'string', other: 'string', p: 'string' },
  'insight.championAheadClearly': { onlyOther: 'string', onlyThis: 'string', other: 'string' },
  'insight.championBehind': { onlyOther: 'string', onlyThis: 'string', other: 'string', p: 'string' },
  'insight.championBehindClearly': { onlyOther: 'string', onlyThis: 'string', other: 'string' },
  'insight.championTie': { onlyOther: 'string', onlyThis: 'string', other: 'string', p: 'string' },
  'insight.confusedPair': { count: 'string', label: 'string', other: 'string', share: 'string', total: 'string' },
  'insight.disparity': { attribute: 'string', metric: 'string', ratio: 'string' },
  'insight.drift': { drifted: 'string', share: 'string', total: 'string' },
  'insight.driftFurthest': { drifted: 'string', feature: 'string', score: 'string', share: 'string', total: 'string' },
  'insight.drivers': { drivers: 'string', metric: 'string', share: 'string' },
  'insight.entered': { count: 'number', titles: 'string' },
  'insight.enteredAmong': { count: 'number', titles: 'string' },
  'insight.fell': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.fellPoints': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.fourWeeks': { delta: 'string', metric: 'string', value: 'string' },
  'insight.funnelLoss': { from: 'string', lost: 'string', share: 'string', to: 'string' },
  'insight.gateAtLeast': { gate: 'string', limit: 'string', metric: 'string', value: 'string' },
  'insight.gateAtMost': { gate: 'string', limit: 'string', metric: 'string', value: 'string' },
  'insight.gateEqual': { gate: 'string', limit: 'string', metric: 'string', value: 'string' },
  'insight.gateLessThan': { gate: 'string', limit: 'string', metric: 'string', value: 'string' },
  'insight.gateMoreThan': { gate: 'string', limit: 'string', metric: 'string', value: 'string' },
  'insight.gatesFailed': { failed: 'string', total: 'string' },
  'insight.gatesPassed': { total: 'number' },
  'insight.halfLife': { unit: 'string', value: 'string' },
  'insight.held': { metric: 'string', period: 'string', value: 'string' },
  'insight.left': { count: 'number', titles: 'string' },
  'insight.leftAmong': { count: 'number', titles: 'string' },
  'insight.mix': { metric: 'string', mix: 'string', rate: 'string' },
  'insight.mostSkipped': { position: 'string', ratio: 'string', title: 'string' },
  'insight.new': { metric: 'string', period: 'string', value: 'string' },
  'insight.noDrift': { total: 'number' },
  'insight.notAboveMajority': { base: 'string', label: 'string', value: 'string' },
  'insight.offset': { gains: 'string', losses: 'string', metric: 'string' },
  'insight.peakHour': { hour: 'string', value: 'string', weekday: 'string' },
  'insight.priceVolume': { metric: 'string', price: 'string', volume: 'string' },
  'insight.rankMove': { from: 'string', title: 'string', to: 'string' },
  'insight.retentionFell': { cohort: 'string', delta: 'string', first: 'string', metric: 'string', value: 'string' },
  'insight.retentionRose': { cohort: 'string', delta: 'string', first: 'string', metric: 'string', value: 'string' },
  'insight.reversal': { metric: 'string', mix: 'string', rate: 'string' },
  'insight.rose': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.rosePoints': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.runRate': { earned: 'string', periods: 'string' },
  'insight.topArtistShare': { artist: 'string', share: 'string' },
  'insight.topCityShare': { city: 'string', share: 'string' },
  'insight.topShare': { metric: 'string', name: 'string', share: 'string' },
  'insight.topSource': { share: 'string', source: 'string' },
  'insight.topTrackShare': { share: 'string', title: 'string' },
  'insight.turned': { metric: 'string', period: 'string', previous: 'string', value: 'string' },
  'insight.unrecouped': { amount: 'string' },
  'insight.weeklyRate': { metric: 'string', rate: 'string', weeks: 'number' },
  'insight.worstClass': { label: 'string', metric: 'string', support: 'string', value: 'string' },
  'kpi.change': { value: 'string' },
  'kpi.points': { value: 'string' },
  'kpi.previous': { value: 'string' },
  'kpi.target': { value: 'string' },
  'kpi.threshold': { value: 'string' },
  'mlModelPerformance.atK': { k: 'string', metric: 'string' },
  'mlModelPerformance.average.macro': { metric: 'string' },
  'mlModelPerformance.average.micro': { metric: 'string' },
  'mlModelPerformance.average.samples': { metric: 'string' },
  'mlModelPerformance.average.weighted': { metric: 'string' },
  'mlModelPerformance.chart.gate': { gate: 'string', metric: 'string' },
  'mlModelPerformance.chart.weakest': { shown: 'number', total: 'number' },
  'mlModelPerformance.condition.atLeast': { limit: 'string' },
  'mlModelPerformance.condition.atMost': { limit: 'string' },
  'mlModelPerformance.condition.equal': { limit: 'string' },
  'mlModelPerformance.condition.lessThan': { limit: 'string' },
  'mlModelPerformance.condition.moreThan': { limit: 'string' },
  'mlModelPerformance.costPer': { per: 'string' },
  'mlModelPerformance.datasetSplit': { name: 'string', split: 'string' },
  'mlModelPerformance.interval': { high: 'string', low: 'string' },
  'mlModelPerformance.modelVersion': { name: 'string', version: 'string' },
  'mlModelPerformance.ndcg.exponential': { k: 'string' },
  'mlModelPerformance.ndcg.linear': { k: 'string' },
  'mlModelPerformance.series.truth': { label: 'string' },
  'mlModelPerformance.title': { model: 'string' },
  'overflow.actions': { count: 'number' },
  'overflow.blocks': { count: 'number' },
  'overflow.characters': { count: 'number' },
  'overflow.continued': { title: 'string' },
  'overflow.facts': { count: 'number' },
  'overflow.images': { count: 'number' },
  'overflow.items': { count: 'number' },
  'overflow.part': { index: 'number', total: 'number' },
  'overflow.rows': { count: 'number' },
  'playlistAnalytics.note.listed': { listed: 'number', total: 'number' },
  'playlistAnalytics.note.unavailable': { count: 'number' },
  'playlistAnalytics.title': { name: 'string' },
  'report.appendix': { caption: 'string', count: 'number' },
  'report.rowsOmitted': { count: 'number', total: 'number' },
  'report.rowsShown': { shown: 'number', total: 'number' },
  'report.suppressed': { count: 'number', min: 'number' },
  'revenueReport.rate': { from: 'string', to: 'string' },
  'revenueReport.rates': { date: 'string', rates: 'string', source: 'string' },
  'revenueReport.title': { period: 'string' },
  'revenueReport.unconverted': { currency: 'string' },
  'sms.origin': { source: 'string', time: 'string' },
  'sms.part': { index: 'number', total: 'number' },
  'sms.reply': { code: 'string', label: 'string' },
  'spotifyArtist.note.corrections': { count: 'number' },
  'spotifyArtist.title': { name: 'string' },
  'text.labelled': { label: 'string', value: 'string' },
  'text.pair': { first: 'string', second: 'string' },
  'userEngagement.at': { k: 'number', unit: 'string' },
  'userEngagement.definition.bracket': { unit: 'string' },
  'userEngagement.definition.nDay': { unit: 'string' },
  'userEngagement.definition.unbounded': { unit: 'string' },
  'userEngagement.incompleteCells': { count: 'number' },
  'userEngagement.interval': { high: 'string', low: 'string', metric: 'string' },
  'userEngagement.ltvCapped': { months: 'number' },
  'userEngagement.ltvHorizon': { months: 'number' },
  'userEngagement.retentionAt': { k: 'number', unit: 'string' },
  'userEngagement.skipOwn': { definition: 'string' },
};
