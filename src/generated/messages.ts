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
  | 'email.byline'
  | 'email.detailsAttached'
  | 'email.detailsName'
  | 'email.preheader'
  | 'email.timeZone'
  | 'email.unsubscribe'
  | 'finding.total'
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
  | 'insight.drivers'
  | 'insight.fell'
  | 'insight.fellPoints'
  | 'insight.held'
  | 'insight.mix'
  | 'insight.new'
  | 'insight.offset'
  | 'insight.reversal'
  | 'insight.rose'
  | 'insight.rosePoints'
  | 'insight.turned'
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
  | 'overflow.actions'
  | 'overflow.blocks'
  | 'overflow.characters'
  | 'overflow.continued'
  | 'overflow.facts'
  | 'overflow.images'
  | 'overflow.items'
  | 'overflow.part'
  | 'overflow.rows'
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
  | 'report.summary'
  | 'report.suppressed'
  | 'severity.critical'
  | 'severity.error'
  | 'severity.info'
  | 'severity.warning'
  | 'slack.table'
  | 'sms.optOut'
  | 'sms.origin'
  | 'sms.part'
  | 'sms.reply'
  | 'status.acknowledged'
  | 'status.firing'
  | 'status.resolved'
  | 'text.empty'
  | 'text.labelled'
  | 'text.pair'
  | 'trend.down'
  | 'trend.flat'
  | 'trend.up';

/** The messages of one language; complete. Parsed, see `parseMessage`: a text is printed as it stands. */
export type LocaleCatalog = {
  /** BCP 47. */
  readonly locale: string;
  readonly messages: Readonly<Record<MessageId, ParsedMessage>>;
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
  'finding.total': { readonly parts: string; readonly total: string; readonly what: string };
  'grafana.above': { readonly metric: string; readonly threshold: string };
  'grafana.below': { readonly metric: string; readonly threshold: string };
  'grafana.distribution': { readonly metric: string };
  'grafana.mean': { readonly metric: string };
  'grafana.page': { readonly index: number; readonly title: string; readonly total: number };
  'grafana.quantiles': { readonly metric: string };
  'grafana.rate': { readonly metric: string };
  'insight.drivers': { readonly drivers: string; readonly metric: string; readonly share: string };
  'insight.fell': { readonly delta: string; readonly metric: string; readonly period: string; readonly value: string };
  'insight.fellPoints': {
    readonly delta: string;
    readonly metric: string;
    readonly period: string;
    readonly value: string;
  };
  'insight.held': { readonly metric: string; readonly period: string; readonly value: string };
  'insight.mix': { readonly metric: string; readonly mix: string; readonly rate: string };
  'insight.new': { readonly metric: string; readonly period: string; readonly value: string };
  'insight.offset': { readonly gains: string; readonly losses: string; readonly metric: string };
  'insight.reversal': { readonly metric: string; readonly mix: string; readonly rate: string };
  'insight.rose': { readonly delta: string; readonly metric: string; readonly period: string; readonly value: string };
  'insight.rosePoints': {
    readonly delta: string;
    readonly metric: string;
    readonly period: string;
    readonly value: string;
  };
  'insight.turned': {
    readonly metric: string;
    readonly period: string;
    readonly previous: string;
    readonly value: string;
  };
  'kpi.change': { readonly value: string };
  'kpi.points': { readonly value: string };
  'kpi.previous': { readonly value: string };
  'kpi.target': { readonly value: string };
  'kpi.threshold': { readonly value: string };
  'overflow.actions': { readonly count: number };
  'overflow.blocks': { readonly count: number };
  'overflow.characters': { readonly count: number };
  'overflow.continued': { readonly title: string };
  'overflow.facts': { readonly count: number };
  'overflow.images': { readonly count: number };
  'overflow.items': { readonly count: number };
  'overflow.part': { readonly index: number; readonly total: number };
  'overflow.rows': { readonly count: number };
  'report.rowsOmitted': { readonly count: number; readonly total: number };
  'report.rowsShown': { readonly shown: number; readonly total: number };
  'report.summary': { readonly text: string; readonly title: string };
  'report.suppressed': { readonly count: number; readonly min: number };
  'sms.origin': { readonly source: string; readonly time: string };
  'sms.part': { readonly index: number; readonly total: number };
  'sms.reply': { readonly code: string; readonly label: string };
  'text.labelled': { readonly label: string; readonly value: string };
  'text.pair': { readonly first: string; readonly second: string };
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
  'finding.total': { parts: 'string', total: 'string', what: 'string' },
  'grafana.above': { metric: 'string', threshold: 'string' },
  'grafana.below': { metric: 'string', threshold: 'string' },
  'grafana.distribution': { metric: 'string' },
  'grafana.mean': { metric: 'string' },
  'grafana.page': { index: 'number', title: 'string', total: 'number' },
  'grafana.quantiles': { metric: 'string' },
  'grafana.rate': { metric: 'string' },
  'insight.drivers': { drivers: 'string', metric: 'string', share: 'string' },
  'insight.fell': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.fellPoints': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.held': { metric: 'string', period: 'string', value: 'string' },
  'insight.mix': { metric: 'string', mix: 'string', rate: 'string' },
  'insight.new': { metric: 'string', period: 'string', value: 'string' },
  'insight.offset': { gains: 'string', losses: 'string', metric: 'string' },
  'insight.reversal': { metric: 'string', mix: 'string', rate: 'string' },
  'insight.rose': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.rosePoints': { delta: 'string', metric: 'string', period: 'string', value: 'string' },
  'insight.turned': { metric: 'string', period: 'string', previous: 'string', value: 'string' },
  'kpi.change': { value: 'string' },
  'kpi.points': { value: 'string' },
  'kpi.previous': { value: 'string' },
  'kpi.target': { value: 'string' },
  'kpi.threshold': { value: 'string' },
  'overflow.actions': { count: 'number' },
  'overflow.blocks': { count: 'number' },
  'overflow.characters': { count: 'number' },
  'overflow.continued': { title: 'string' },
  'overflow.facts': { count: 'number' },
  'overflow.images': { count: 'number' },
  'overflow.items': { count: 'number' },
  'overflow.part': { index: 'number', total: 'number' },
  'overflow.rows': { count: 'number' },
  'report.rowsOmitted': { count: 'number', total: 'number' },
  'report.rowsShown': { shown: 'number', total: 'number' },
  'report.summary': { text: 'string', title: 'string' },
  'report.suppressed': { count: 'number', min: 'number' },
  'sms.origin': { source: 'string', time: 'string' },
  'sms.part': { index: 'number', total: 'number' },
  'sms.reply': { code: 'string', label: 'string' },
  'text.labelled': { label: 'string', value: 'string' },
  'text.pair': { first: 'string', second: 'string' },
};
